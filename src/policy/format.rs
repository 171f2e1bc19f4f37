//! The formats that an owner's text may be in.

/// In which form a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextFormat {
    /// Markdown (CommonMark), in a `.md` file.
    Markdown,
    /// Plain text as people paste it from their site, in a `.txt` file.
    Plain,
    /// A page or a part of one, in a `.html` file.
    Html,
}
