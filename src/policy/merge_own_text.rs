//! The owner's own text becomes the policy: `#storage`, `#rights` and `#contact` are found in it, or added to it.
//!
//! A link of the notice must land on what it is about (11 CCR 7012(c)(2)), whatever the text's own numbering; so a part that the
//! text has no recognized heading for is made of the declared facts, and shows where the text mentions the matter. That the text
//! lacks it is not shown: it may be there under other words. `check` tells the owner which parts were added.

use super::phrases::Phrases;
use super::rights_routes::to_form;
use super::storage::storage;
use super::{Block, Document, Entry, ParsedText, Section, anchor, changes, controller, stated_rights};
use crate::site::{Anchor, Language, Sections, Site};
use crate::words::{self, Word, Words};

/// A heading that the site file names and the text does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownHeading {
    /// The field of `policy.sections`: `storage`, `rights` or `contact`.
    pub field: &'static str,
    /// The anchors that the text has.
    pub known: Vec<String>,
}

/// The page that an owner's text is shown on.
#[derive(Clone, Copy, Debug)]
pub struct PageContext<'a> {
    /// The declaration, in the page's language.
    pub site: &'a Site,
    /// The words of that language.
    pub words: &'a Words,
    /// The text's language and its words, where that is another one.
    pub foreign: Option<(&'a Language, &'a Words)>,
    /// The headings that the owner names.
    pub sections: &'a Sections,
}

/// A part that every policy page has: its anchor, the words of headings that tell it.
struct Part {
    anchor: &'static str,
    named: Word,
    /// The same in languages that there are no words for: a text may be in any.
    further: &'static str,
}

const PARTS: [Part; 3] = [
    Part {
        anchor: anchor::STORAGE,
        named: Word::FindStorage,
        further: "cookie|traceurs|stockage local|almacenamiento local|archiviazione locale|lokale opslag|armazenamento local",
    },
    Part {
        anchor: anchor::RIGHTS,
        named: Word::FindRights,
        further: "vos droits|tes droits|droits des personnes|droits sur vos|~droits|sus derechos|tus derechos|derechos de|~derechos|\
            i tuoi diritti|i suoi diritti|i vostri diritti|diritti dell|~diritti|uw rechten|je rechten|jouw rechten|~rechten|\
            seus direitos|teus direitos|direitos do|direitos dos|~direitos",
    },
    Part {
        anchor: anchor::CONTACT,
        named: Word::FindContact,
        further: "nous contacter|contactez|nous joindre|contáctanos|contáctenos|contactar|~contacto|contattaci|contattarci|~contatti|\
            contact opnemen|contacteer|fale conosco|contacte-nos|entre em contato|~contato",
    },
];

/// The heading of that part, by the first words that tell it: these languages', then any other's.
fn told<'a>(document: &Document, part: &Part, words: impl Iterator<Item = &'a Words>) -> Option<usize> {
    let mut words = words.map(|words| words.say(part.named));
    words.find_map(|words| find(document, words)).or_else(|| {
        let all = words::LANGUAGES.iter().map(|language| language.words());
        let found = all.into_iter().find_map(|words| find(document, words.say(part.named)));
        found.or_else(|| find(document, part.further))
    })
}

/// The text as visitors are shown it, with every part that links lead to.
///
/// # Errors
/// Where `sections` names a heading that the text does not have.
pub fn merge_own_text(written: ParsedText, placing: PageContext) -> Result<Document, UnknownHeading> {
    let PageContext { site, words, foreign, sections } = placing;
    let mut document = written.document;
    let mentions = mentions(&document, foreign.map_or(words, |(_, words)| words));
    // All are looked for before the first is given its name.
    let found: Vec<Option<usize>> = PARTS
        .iter()
        .zip([&sections.storage, &sections.rights, &sections.contact])
        .map(|(part, wanted)| match wanted {
            Some(wanted) => named(&document, wanted).map(Some).ok_or_else(|| {
                let known = document.sections.iter().map(|section| format!("#{}", section.anchor)).collect();
                UnknownHeading { field: part.anchor.trim_start_matches('#'), known }
            }),
            None => Ok(told(&document, part, foreign.map(|(_, words)| words).into_iter().chain([words]))),
        })
        .collect::<Result<_, _>>()?;
    let language = foreign.map(|(language, _)| language.clone());
    document.language.clone_from(&language);
    for section in &mut document.sections {
        section.language.clone_from(&language);
    }
    for (part, index) in PARTS.iter().zip(&found) {
        let Some(section) = index.map(|index| &mut document.sections[index]) else { continue };
        // Its own name stays, for the owner's links; one heading may be two of the parts.
        let own = std::mem::replace(&mut section.anchor, part.anchor.trim_start_matches('#').to_owned());
        section.also.push(own);
    }
    let phrases = Phrases { site, words };
    for (part, _) in PARTS.iter().zip(&found).filter(|(_, index)| index.is_none()) {
        add(&mut document, &phrases, part, &mentions);
    }
    if let Some(changes) = &site.changes
        && let log @ [_, ..] = changes::log(&phrases, &changes.log).as_slice()
    {
        document.sections.push(phrases.section(anchor::CHANGES, Word::PolicyChanges, log.to_vec()));
    }
    Ok(document)
}

/// Adds a part that no heading was recognized for: what the text says of the matter, and what is declared.
fn add(document: &mut Document, phrases: &Phrases, part: &Part, mentions: &[Block]) {
    let mut made = match part.anchor {
        anchor::STORAGE => storage(phrases),
        // The text may give rights that no field has: what is not declared is not denied.
        anchor::RIGHTS if phrases.site.rights.is_empty() => {
            vec![phrases.section(anchor::RIGHTS, Word::PageRights, vec![to_form(phrases)])]
        }
        anchor::RIGHTS => stated_rights::rights(phrases),
        _ => controller::contact(phrases),
    };
    if part.anchor == anchor::STORAGE && !mentions.is_empty() {
        let quoted = [phrases.paragraph(Word::PolicyMentions), Block::Quote(mentions.to_vec())];
        made[0].blocks.splice(0..0, quoted);
    }
    for section in made {
        let anchor = free(document, &section.anchor);
        document.sections.push(Section { anchor, ..section });
    }
}

/// The parts that are added to a text, in whichever of these languages it is: `storage`, `rights`, `contact`.
pub fn added_sections(document: &Document, sections: &Sections, languages: &[Language]) -> Vec<&'static str> {
    let words: Vec<Words> = languages
        .iter()
        .filter_map(|language| words::BuiltInLanguage::find(language.as_str()))
        .map(|it| it.words())
        .collect();
    let named = [&sections.storage, &sections.rights, &sections.contact];
    let is_added = |part: &Part| told(document, part, words.iter()).is_none();
    let parts = PARTS.iter().zip(named).filter(|(part, named)| named.is_none() && is_added(part));
    parts.map(|(part, _)| part.anchor.trim_start_matches('#')).collect()
}

fn named(document: &Document, wanted: &Anchor) -> Option<usize> {
    let wanted = wanted.as_str().trim_start_matches('#');
    let is_it = |section: &Section| section.anchor == wanted || section.also.iter().any(|also| also == wanted);
    document.sections.iter().position(is_it)
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
        telling.min_by_key(|(_, section)| (section.level, section.title.len())).map(|(index, _)| index)
    })
}

/// How many words a title has, besides its number.
fn words_of(title: &str) -> usize {
    title.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count()
}

/// Whether words are in a text, and not in the middle of another word: "rights" not in "copyrights". Arabic joins "and" to a word.
fn begins_a_word(text: &str, words: &str) -> bool {
    let joins = words.starts_with(|first: char| first > '\u{5FF}');
    text.match_indices(words).any(|(index, _)| joins || !text[..index].ends_with(char::is_alphabetic))
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
