//! The owner's own text takes its place: `#storage`, `#rights` and `#contact` are found in it, or say that it has no such part.
//!
//! A link of the notice must land on what it is about (11 CCR 7012(c)(2)), whatever the text's own numbering; so a part that the
//! text lacks is made of the declared facts, says so, and shows where the text mentions the matter.

use super::compose::storage;
use super::phrases::Phrases;
use super::{Block, Document, Entry, Section, Written, anchor, reach, stated_rights};
use crate::site::{Anchor, Sections, Site};
use crate::words::{Word, Words};

/// A heading that the site file names and the text does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoHeading {
    /// The field of `policy.sections`: `storage`, `rights` or `contact`.
    pub field: &'static str,
    /// The anchors that the text has.
    pub known: Vec<String>,
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
pub fn placed(written: Written, sections: &Sections, site: &Site, words: &Words) -> Result<Document, NoHeading> {
    let said = Phrases { site, words };
    let mut document = written.document;
    let mentions = mentions(&document, words);
    let mut lacking = Vec::new();
    for part in PARTS {
        let field = part.anchor.trim_start_matches('#');
        let wanted = match field {
            "storage" => &sections.storage,
            "rights" => &sections.rights,
            _ => &sections.contact,
        };
        match find(&document, wanted.as_ref(), words.say(part.named)) {
            Some(place) => document.sections[place].anchor = field.to_owned(),
            None if wanted.is_some() => {
                let known = document.sections.iter().map(|section| format!("#{}", section.anchor)).collect();
                return Err(NoHeading { field: part.anchor.trim_start_matches('#'), known });
            }
            None => lacking.push(part),
        }
    }
    for part in lacking {
        let mut made = match part.anchor {
            anchor::STORAGE => storage(&said),
            anchor::RIGHTS => stated_rights::rights(&said),
            _ => reach::contact(&said),
        };
        let mut opening = vec![said.paragraph(part.lacks)];
        if part.anchor == anchor::STORAGE && !mentions.is_empty() {
            opening.extend([said.paragraph(Word::PolicyMentions), Block::Quote(mentions.clone())]);
        }
        made[0].blocks.splice(0..0, opening);
        for section in made {
            let anchor = free(&document, &section.anchor);
            document.sections.push(Section { anchor, ..section });
        }
    }
    if let Some(changes) = &site.changes
        && let log @ [_, ..] = reach::log(&said, &changes.log).as_slice()
    {
        document.sections.push(said.section(anchor::CHANGES, Word::PolicyChanges, log.to_vec()));
    }
    Ok(document)
}

/// The heading that the owner names; else the most telling one: by its words, then the highest, then the shortest.
fn find(document: &Document, wanted: Option<&Anchor>, named: &str) -> Option<usize> {
    let sections = || document.sections.iter().enumerate();
    if let Some(wanted) = wanted {
        return sections()
            .find(|(_, section)| format!("#{}", section.anchor) == wanted.as_str())
            .map(|(place, _)| place);
    }
    named.split('|').find_map(|words| {
        let telling = sections().filter(|(_, section)| section.title.to_lowercase().contains(words));
        telling.min_by_key(|(_, section)| (section.level, section.title.len())).map(|(place, _)| place)
    })
}

/// An anchor that no heading of the text has. Those that links lead to are free: reading a text gives them to none.
fn free(document: &Document, anchor: &str) -> String {
    let numbered = (2..).map(|number| format!("{anchor}-{number}"));
    let mut names = std::iter::once(anchor.to_owned()).chain(numbered);
    names.find(|name| document.section(name).is_none()).unwrap_or_default()
}

/// The paragraphs and entries in which the text speaks of storage.
fn mentions(document: &Document, words: &Words) -> Vec<Block> {
    let mut found = Vec::new();
    let all = document.lead.iter().chain(document.sections.iter().flat_map(|section| &section.blocks));
    for block in all {
        collect(block, &words.say(Word::FindMention).split('|').collect::<Vec<_>>(), &mut found);
    }
    found
}

fn collect(block: &Block, words: &[&str], found: &mut Vec<Block>) {
    match block {
        Block::Text(spans) => {
            let text: String = spans.iter().map(|span| span.text.as_str()).collect();
            if words.iter().any(|word| text.to_lowercase().contains(word)) {
                found.push(block.clone());
            }
        }
        Block::List(entries) => {
            entries.iter().flat_map(|Entry { blocks, .. }| blocks).for_each(|block| collect(block, words, found))
        }
        Block::Quote(blocks) => blocks.iter().for_each(|block| collect(block, words, found)),
        _ => {}
    }
}

impl Document {
    /// The section with that anchor.
    pub fn section(&self, anchor: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.anchor == anchor.trim_start_matches('#'))
    }
}
