//! The owner's own text takes its place: `#storage`, `#rights` and `#contact` are found in it, or say that it has no such part.
//!
//! A link of the notice must land on what it is about (11 CCR 7012(c)(2)), whatever the text's own numbering; so a part that the
//! text lacks is made of the declared facts, says so, and shows where the text mentions the matter.

use super::compose::storage;
use super::phrases::Phrases;
use super::{Block, Document, Entry, Section, Written, anchor, reach, stated_rights};
use crate::site::{Anchor, Language, Sections, Site};
use crate::words::{Word, Words};

/// A heading that the site file names and the text does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoHeading {
    /// The field of `policy.sections`: `storage`, `rights` or `contact`.
    pub field: &'static str,
    /// The anchors that the text has.
    pub known: Vec<String>,
}

/// An owner's text, and how it stands on a page.
#[derive(Clone, Copy, Debug)]
pub struct Placing<'a> {
    /// The declaration, in the page's language.
    pub site: &'a Site,
    /// The words of that language.
    pub words: &'a Words,
    /// The text's language and its words, where that is another one.
    pub foreign: Option<(&'a Language, &'a Words)>,
    /// The headings that the owner names.
    pub sections: &'a Sections,
}

/// A part that every policy page has: its anchor, the words of headings that tell it, and what is said where it is not there.
struct Part {
    anchor: &'static str,
    named: Word,
    lacks: Word,
}

const PARTS: [Part; 3] = [
    Part { anchor: anchor::STORAGE, named: Word::FindStorage, lacks: Word::PolicyLacksStorage },
    Part { anchor: anchor::RIGHTS, named: Word::FindRights, lacks: Word::PolicyLacksRights },
    Part { anchor: anchor::CONTACT, named: Word::FindContact, lacks: Word::PolicyLacksContact },
];

/// The text as visitors are shown it, with every part that links lead to.
///
/// # Errors
/// Where `sections` names a heading that the text does not have.
pub fn placed(written: Written, placing: Placing) -> Result<Document, NoHeading> {
    let Placing { site, words, foreign, sections } = placing;
    let mut document = written.document;
    let mentions = mentions(&document, foreign.map_or(words, |(_, words)| words));
    // All are looked for before the first is given its name.
    let found: Vec<Option<usize>> = PARTS
        .iter()
        .zip([&sections.storage, &sections.rights, &sections.contact])
        .map(|(part, wanted)| match wanted {
            Some(wanted) => named(&document, wanted).map(Some).ok_or_else(|| {
                let known = document.sections.iter().map(|section| format!("#{}", section.anchor)).collect();
                NoHeading { field: part.anchor.trim_start_matches('#'), known }
            }),
            None => {
                let telling = |words: &Words| find(&document, words.say(part.named));
                Ok(foreign.and_then(|(_, words)| telling(words)).or_else(|| telling(words)))
            }
        })
        .collect::<Result<_, _>>()?;
    let language = foreign.map(|(language, _)| language.clone());
    document.language.clone_from(&language);
    for section in &mut document.sections {
        section.language.clone_from(&language);
    }
    for (part, place) in PARTS.iter().zip(&found) {
        let Some(section) = place.map(|place| &mut document.sections[place]) else { continue };
        // Its own name stays, for the owner's links; one heading may be two of the parts.
        let own = std::mem::replace(&mut section.anchor, part.anchor.trim_start_matches('#').to_owned());
        section.also.push(own);
    }
    let said = Phrases { site, words };
    for (part, _) in PARTS.iter().zip(&found).filter(|(_, place)| place.is_none()) {
        add(&mut document, &said, part, &mentions);
    }
    if let Some(changes) = &site.changes
        && let log @ [_, ..] = reach::log(&said, &changes.log).as_slice()
    {
        document.sections.push(said.section(anchor::CHANGES, Word::PolicyChanges, log.to_vec()));
    }
    Ok(document)
}

/// Adds a part that the text lacks: that it does, where it mentions the matter, and what is declared.
fn add(document: &mut Document, said: &Phrases, part: &Part, mentions: &[Block]) {
    let mut made = match part.anchor {
        anchor::STORAGE => storage(said),
        anchor::RIGHTS => stated_rights::rights(said),
        _ => reach::contact(said),
    };
    let mut opening = vec![said.paragraph(part.lacks)];
    if part.anchor == anchor::STORAGE && !mentions.is_empty() {
        opening.extend([said.paragraph(Word::PolicyMentions), Block::Quote(mentions.to_vec())]);
    }
    if part.anchor != anchor::RIGHTS || !said.site.rights.is_empty() {
        opening.push(said.paragraph(Word::PolicyDeclares));
    }
    made[0].blocks.splice(0..0, opening);
    for section in made {
        let anchor = free(document, &section.anchor);
        document.sections.push(Section { anchor, ..section });
    }
}

fn named(document: &Document, wanted: &Anchor) -> Option<usize> {
    document.sections.iter().position(|section| format!("#{}", section.anchor) == wanted.as_str())
}

/// A loose word tells a heading only where there is little else in it: "Rights" does, "Our intellectual property rights" does not.
const LOOSE: usize = 3;

/// The most telling heading: by its words, then the highest, then the shortest.
fn find(document: &Document, named: &str) -> Option<usize> {
    named.split('|').find_map(|words| {
        let (words, is_loose) = words.strip_prefix('~').map_or((words, false), |words| (words, true));
        let tells = |title: &str| begins_a_word(title, words) && (!is_loose || words_of(title) <= LOOSE);
        let sections = document.sections.iter().enumerate();
        let telling = sections.filter(|(_, section)| tells(&section.title.to_lowercase()));
        telling.min_by_key(|(_, section)| (section.level, section.title.len())).map(|(place, _)| place)
    })
}

/// How many words a title has, besides its number.
fn words_of(title: &str) -> usize {
    title.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count()
}

/// Whether words stand in a text, and not in the middle of another word: "rights" not in "copyrights". Arabic joins "and" to a word.
fn begins_a_word(text: &str, words: &str) -> bool {
    let joins = words.starts_with(|first: char| first > '\u{5FF}');
    text.match_indices(words).any(|(place, _)| joins || !text[..place].ends_with(char::is_alphabetic))
}

/// An anchor that no heading of the text has. Those that links lead to are free: reading a text gives them to none.
fn free(document: &Document, anchor: &str) -> String {
    let numbered = (2..).map(|number| format!("{anchor}-{number}"));
    let mut names = std::iter::once(anchor.to_owned()).chain(numbered);
    let is_taken =
        |name: &String| document.sections.iter().any(|known| known.anchor == *name || known.also.contains(name));
    names.find(|name| !is_taken(name)).unwrap_or_default()
}

/// The paragraphs and entries in which the text speaks of storage.
fn mentions(document: &Document, words: &Words) -> Vec<Block> {
    let words: Vec<&str> = words.say(Word::FindMention).split('|').collect();
    let all = document.lead.iter().chain(document.sections.iter().flat_map(|section| &section.blocks));
    let mut found = Vec::new();
    all.for_each(|block| collect(block, &words, &mut found));
    found
}

fn collect(block: &Block, words: &[&str], found: &mut Vec<Block>) {
    match block {
        Block::Text(spans) => {
            let text: String = spans.iter().map(|span| span.text.to_lowercase()).collect();
            if words.iter().any(|word| text.contains(word)) {
                found.push(block.clone());
            }
        }
        Block::List(entries) => {
            entries.iter().flat_map(|Entry { blocks, .. }| blocks).for_each(|block| collect(block, words, found));
        }
        Block::Quote(blocks) => blocks.iter().for_each(|block| collect(block, words, found)),
        _ => {}
    }
}
