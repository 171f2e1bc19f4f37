//! The hash that tells tables of words apart. `build.rs` includes this file, too.

/// The hash of the words that the app is sent, each by its path and its number of texts: both decide at which index a word is.
pub fn shape<'a>(words: impl IntoIterator<Item = (&'a str, usize)>) -> String {
    let sent = words.into_iter().filter(|(path, _)| !path.starts_with("pages."));
    let table: String = sent.map(|(path, texts)| format!("{path} {texts}\n")).collect();
    // FNV-1a.
    let hash = table
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    format!("{hash:016x}")
}
