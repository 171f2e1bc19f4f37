//! A built page as a person reads it: its headings, and the text under each.

use courtesy::compile::{Form, Parts, Policies, compile};
use courtesy::site::SiteFile;
use scraper::{ElementRef, Html, Node};

/// A page: its lines in order, and the text of each section by its anchor.
pub struct Page {
    pub html: String,
    pub lines: Vec<String>,
    sections: Vec<(String, String)>,
}

const BLOCKS: [&str; 13] = ["h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "blockquote", "pre", "tr", "dt", "dd"];

impl Page {
    pub fn of(html: &str) -> Self {
        let tree = Html::parse_document(html);
        let main =
            tree.root_element().descendants().filter_map(ElementRef::wrap).find(|node| node.value().name() == "main");
        let mut page =
            Self { html: html.to_owned(), lines: vec![String::new()], sections: vec![(String::new(), String::new())] };
        page.walk(main.expect("a page has a main part"));
        page.lines.retain(|line| !line.trim().is_empty());
        page
    }

    fn walk(&mut self, element: ElementRef) {
        let name = element.value().name();
        if name == "nav" {
            return;
        }
        if BLOCKS.contains(&name) {
            self.lines.push(mark(element));
            if let Some(anchor) = anchor(element) {
                self.sections.push((anchor.to_owned(), String::new()));
            }
            self.section().push('\n');
        }
        if ["td", "th"].contains(&name) && element.prev_siblings().any(|before| ElementRef::wrap(before).is_some()) {
            self.lines.last_mut().expect("a line").push_str(" | ");
            self.section().push_str(" | ");
        }
        for child in element.children() {
            match (child.value(), ElementRef::wrap(child)) {
                (Node::Text(text), _) => {
                    self.lines.last_mut().expect("a line").push_str(text);
                    self.section().push_str(text);
                }
                (_, Some(child)) => self.walk(child),
                _ => {}
            }
        }
    }

    fn section(&mut self) -> &mut String {
        &mut self.sections.last_mut().expect("a section").1
    }

    /// The text under a heading, itself included; the parts of a part are sections of their own.
    pub fn under(&self, anchor: &str) -> &str {
        let found = self.sections.iter().find(|(known, _)| known == anchor);
        found.map_or_else(|| panic!("the page has no #{anchor}"), |(_, text)| text)
    }

    pub fn text(&self) -> String {
        self.sections.iter().map(|(_, text)| text.as_str()).collect()
    }

    pub fn anchors(&self) -> Vec<&str> {
        self.sections.iter().skip(1).map(|(anchor, _)| anchor.as_str()).collect()
    }
}

/// The first name by which links lead to a heading.
fn anchor<'a>(element: ElementRef<'a>) -> Option<&'a str> {
    let first = element.children().find_map(ElementRef::wrap)?;
    first.value().attr("name").filter(|_| first.value().name() == "a")
}

/// How a line begins, so that a snapshot shows what it is.
fn mark(element: ElementRef) -> String {
    let anchor = anchor(element).map(|anchor| format!("{{#{anchor}}} ")).unwrap_or_default();
    match element.value().name() {
        "li" => "- ".into(),
        "dt" => "  ".into(),
        "dd" => "    ".into(),
        "blockquote" => "> ".into(),
        heading if heading.starts_with('h') => {
            format!("\n{} {anchor}", "#".repeat(usize::from(heading.as_bytes()[1] - b'0')))
        }
        _ => String::new(),
    }
}

/// The policy page of a site in one of its languages; `own` reads the owner's text.
pub fn policy_page(
    site: &SiteFile,
    parts: &Parts,
    language: usize,
    own: impl Fn(&str) -> Result<String, String>,
) -> Page {
    let policies = Policies::of(site, own).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let files = compile(site, &policies, parts, Form::SiteOnly).expect("every part is there");
    let name = match language {
        0 => "privacy.html".to_owned(),
        other => format!("privacy.{}.html", site.languages[other]),
    };
    let file = files.into_iter().find(|file| file.name == name).expect("a policy page");
    Page::of(&String::from_utf8(file.bytes).expect("text"))
}
