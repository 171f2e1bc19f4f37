//! The numbers that HTML writes before the entries of a list: `1.`, `a.`, `IV.`.

/// The mark of that number in that kind of counting.
pub(super) fn list_marker(number: i64, kind: char) -> String {
    let small = match (u32::try_from(number), kind.to_ascii_lowercase()) {
        (Ok(number @ 1..), 'a') => letters(number),
        (Ok(number @ 1..=3999), 'i') => roman(number),
        _ => return format!("{number}."),
    };
    let mark = if kind.is_ascii_uppercase() { small.to_ascii_uppercase() } else { small };
    format!("{mark}.")
}

fn letters(mut number: u32) -> String {
    let mut signs = Vec::new();
    while number > 0 {
        number -= 1;
        signs.insert(0, (b'a' + (number % 26) as u8) as char);
        number /= 26;
    }
    signs.into_iter().collect()
}

fn roman(mut number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut mark = String::new();
    for (value, sign) in SIGNS {
        while number >= value {
            mark.push_str(sign);
            number -= value;
        }
    }
    mark
}
