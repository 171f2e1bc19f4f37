//! HTML as tags, texts and comments with their lines, by the tokenizer of a browser engine. Nothing of it runs.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, TagKind, Token as Raw, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

/// A piece of HTML and the line that it ends on, from 0.
#[derive(Debug)]
pub(super) struct Token {
    pub line: usize,
    pub kind: Kind,
}

#[derive(Debug)]
pub(super) enum Kind {
    Start(Tag),
    End(String),
    Text(String),
    Comment(String),
}

#[derive(Debug)]
pub(super) struct Tag {
    /// In small letters.
    pub name: String,
    attributes: Vec<(String, String)>,
}

impl Tag {
    /// An attribute's value.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.trim())
    }

    /// The tag as it may have been written.
    pub fn written(&self) -> String {
        let attributes = self.attributes.iter().map(|(name, value)| match value.is_empty() {
            true => format!(" {name}"),
            false => format!(" {name}=\"{value}\""),
        });
        format!("<{}{}>", self.name, attributes.collect::<String>())
    }
}

#[derive(Default)]
struct Sink(RefCell<Vec<Token>>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Raw, line: u64) -> TokenSinkResult<()> {
        let mut tokens = self.0.borrow_mut();
        let line = usize::try_from(line).unwrap_or(1).saturating_sub(1);
        let mut next = TokenSinkResult::Continue;
        let kind = match token {
            Raw::TagToken(tag) if tag.kind == TagKind::StartTag => {
                let name = tag.name.to_string();
                next = match name.as_str() {
                    "script" => TokenSinkResult::RawData(RawKind::ScriptData),
                    "style" | "iframe" | "noscript" | "noembed" | "noframes" | "xmp" => {
                        TokenSinkResult::RawData(RawKind::Rawtext)
                    }
                    "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
                    _ => next,
                };
                let attributes = tag.attrs.iter().map(|it| (it.name.local.to_string(), it.value.to_string()));
                Kind::Start(Tag { name, attributes: attributes.collect() })
            }
            Raw::TagToken(tag) => Kind::End(tag.name.to_string()),
            Raw::CommentToken(text) => Kind::Comment(text.to_string()),
            Raw::CharacterTokens(text) => match tokens.last_mut() {
                // One text may come in many pieces.
                Some(Token { kind: Kind::Text(before), .. }) => {
                    before.push_str(&text);
                    return next;
                }
                _ => Kind::Text(text.to_string()),
            },
            _ => return next,
        };
        tokens.push(Token { line, kind });
        next
    }
}

/// The tokens of a piece of HTML.
pub(super) fn tokens(html: &str) -> Vec<Token> {
    let tokenizer = Tokenizer::new(Sink::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    // Only scripts stop it, and there are none.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}
