//! The Alternative Opt-out Link of California: a site that sells or shares personal information needs the title "Your Privacy
//! Choices" and the regulation's icon (11 CCR 7013, 7015). The icon is drawn once: as a tree for the loader, as a file for the owner.

use serde_json::{Value, json};

use super::file::File;
use crate::site::{ICON_FILE, Purpose, SiteFile};
use crate::views::builder::Declared;
use crate::words::Word;

const SVG: &str = "http://www.w3.org/2000/svg";

/// A shape of the icon: its name and its attributes.
type Shape = (&'static str, &'static [(&'static str, &'static str)]);

const BOX: [(&str, &str); 3] = [("viewBox", "0 0 32 16"), ("width", "28"), ("height", "14")];

/// A pill: white with a blue tick on the left, blue with a white cross on the right, and a slanted line between them.
const SHAPES: [Shape; 4] = [
    (
        "rect",
        &[
            ("x", "1"),
            ("y", "1"),
            ("width", "30"),
            ("height", "14"),
            ("rx", "7"),
            ("fill", "#fff"),
            ("stroke", "#06f"),
            ("stroke-width", "2"),
        ],
    ),
    ("path", &[("d", "M19 0h5a8 8 0 0 1 0 16H14z"), ("fill", "#06f")]),
    ("path", &[("d", "m5.5 8.5 2.8 2.8 5-6.3"), ("fill", "none"), ("stroke", "#06f"), ("stroke-width", "2")]),
    ("path", &[("d", "m20.5 5.2 5.6 5.6m0-5.6-5.6 5.6"), ("fill", "none"), ("stroke", "#fff"), ("stroke-width", "2")]),
];

/// The button that replaces the reopen button for visitors of California, if the site sells or shares.
pub(super) fn opt_out_link(declared: &Declared) -> Option<Value> {
    let Declared { site, words, .. } = declared;
    if !site.sells_or_shares() {
        return None;
    }
    let shape = |(name, attributes): &Shape| json!([name, attributes_of(attributes)]);
    let hidden = [BOX.as_slice(), &[("aria-hidden", "true")]].concat();
    let icon: Vec<Value> = [json!("svg"), attributes_of(&hidden)].into_iter().chain(SHAPES.iter().map(shape)).collect();
    // A sale that no choice on the device turns off is opted out of with the form.
    let is_optional = site.purposes.iter().any(Purpose::is_optional_sale);
    let act = if is_optional { "reopen" } else { "rights" };
    Some(json!(["button", { "data-act": act }, icon, format!(" {}", words.say(Word::LaterYourChoices))]))
}

fn attributes_of(attributes: &[(&'static str, &'static str)]) -> Value {
    let all = [("xmlns", SVG)].into_iter().chain(attributes.iter().copied());
    all.map(|(name, value)| (name.to_owned(), json!(value))).collect::<serde_json::Map<_, _>>().into()
}

/// The icon as a file, for a link that the owner writes.
pub(super) fn icon(site: &SiteFile) -> Option<File> {
    let written = |attributes: &[(&str, &str)]| -> String {
        attributes.iter().map(|(name, value)| format!(" {name}=\"{value}\"")).collect()
    };
    let shapes: String = SHAPES.iter().map(|(name, attributes)| format!("<{name}{}/>", written(attributes))).collect();
    site.sells_or_shares()
        .then(|| File::new(ICON_FILE.into(), format!("<svg xmlns=\"{SVG}\"{}>{shapes}</svg>\n", written(&BOX))))
}
