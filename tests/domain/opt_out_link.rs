//! California's way back: "Your Privacy Choices" with its icon, for sites that sell or share, and nothing of it for others.

use courtesy::compile::File;
use serde_json::{Value, json};

use crate::checked_asking::sharing;
use crate::checking::{flawless, found, purpose, today};
use crate::compiling::built;
use crate::fixtures::{SEEDS, seed, site};
use crate::tables::merged;

fn text(files: &[File], start: &str) -> Option<String> {
    let file = files.iter().find(|file| file.name.starts_with(start))?;
    Some(String::from_utf8(file.bytes.clone()).expect("text"))
}

fn later(files: &[File]) -> Value {
    serde_json::from_str(&text(files, "later-en-").expect("a file")).expect("JSON")
}

const ADS: fn(Value) -> Value = |more| json!([merged(Some(&json!({ "id": "ads" })), &more)]);

#[test]
fn who_sells_or_shares_has_the_title_the_icon_and_the_file() {
    for (patch, act) in [
        (json!({ "purposes": ADS(json!({ "saleOrShare": true })) }), json!("reopen")),
        (json!({ "sells": true, "purposes": ADS(json!({ "saleOrShare": true })) }), json!("reopen")),
        (json!({ "sells": true }), json!("rights")),
        (json!({ "shares": true, "sells": false }), json!("rights")),
        (json!({ "sells": true, "purposes": ADS(json!({})) }), json!("rights")),
        (
            json!({ "purposes": ADS(json!({ "saleOrShare": true, "exemption": "strictly-necessary" })) }),
            json!("rights"),
        ),
    ] {
        let files = built(&site(patch.clone()));
        let way = &later(&files)["way"];
        assert_eq!((&way[3], &way[1]["data-act"]), (&json!(" Your Privacy Choices"), &act), "{patch}");
        assert_eq!((&way[2][0], &way[2][1]["aria-hidden"]), (&json!("svg"), &json!("true")));
        let icon = text(&files, "privacy-choices.svg").expect("the icon");
        for part in way[2].as_array().expect("an element").iter().skip(2) {
            assert_eq!(part[1]["xmlns"], "http://www.w3.org/2000/svg", "every element is one of SVG");
            assert!(part[1]["d"].as_str().is_none_or(|path| icon.contains(path)), "one drawing for both");
        }
        assert!(!icon.contains("style"), "a strict style-src has nothing against it");
        assert!(text(&files, "courtesy.js").expect("the script").contains("california:true"), "{patch}");
    }
}

#[test]
fn nobody_else_has_a_byte_of_it() {
    let others = [
        json!({}),
        json!({ "sells": false, "shares": false }),
        json!({ "sells": false }),
        json!({ "purposes": ADS(json!({ "saleOrShare": false })) }),
        json!({ "purposes": ADS(json!({})), "jurisdiction": "us-ca" }),
    ];
    for site in others.into_iter().map(site).chain(SEEDS.map(seed)) {
        let files = built(&site);
        assert_eq!((later(&files).get("way"), text(&files, "privacy-choices")), (None, None), "{:?}", site.name);
        assert!(!text(&files, "courtesy.js").expect("the script").contains("california"));
    }
}

#[test]
fn the_title_is_said_in_every_language() {
    let files = built(&site(json!({ "sells": true, "languages": ["en", "de", "ar"] })));
    for language in ["en", "de", "ar"] {
        let later = text(&files, &format!("later-{language}-")).expect("a file");
        assert!(later.contains("Your Privacy Choices"), "{language}: the regulation's own title is in it");
    }
}

#[test]
fn check_gives_the_line_to_paste() {
    let said = |patch: &Value| -> Vec<String> {
        let file = merged(Some(&flawless()), patch).to_string();
        let site = courtesy::site::read::read(&file).expect("a site");
        let found = courtesy::check::check(&site, &[], today());
        let ours = found.iter().filter(|finding| finding.code == "ccpa-way-back");
        ours.map(|finding| format!("{}; {}", finding.sentence, finding.fix)).collect()
    };
    let line = |view: &str| {
        format!(
            "<a href=\"/courtesy/request.html\" data-courtesy=\"{view}\">Your Privacy Choices <img src=\"/courtesy/privacy-choices.svg\" alt=\"\" width=\"28\" height=\"14\"></a>"
        )
    };
    for (patch, view) in [
        (json!({ "sells": true }), "rights"),
        (json!({ "shares": true }), "rights"),
        (json!({ "sells": true, "regimes": [] }), "rights"),
        (sharing(json!({ "id": "ads", "saleOrShare": true })), "choices"),
        (purpose(json!({ "id": "ads", "saleOrShare": true })), "choices"),
    ] {
        let patch = merged(Some(&patch), &json!({ "notice": null }));
        let [said] = said(&patch).try_into().expect("one note");
        assert!(said.contains(&line(view)) && said.contains("data-jurisdiction=\"us-ca\""), "{patch}: {said}");
    }
    let [own] = said(&json!({ "sells": true, "requests": { "url": "/privacy/ask" } })).try_into().expect("one note");
    assert!(own.contains("<a href=\"/privacy/ask\""), "{own}");
    for silent in [
        json!({}),
        json!({ "sells": true, "regimes": ["gdpr"] }),
        json!({ "sells": true, "notice": { "reopen": "always" } }),
    ] {
        assert_eq!(said(&silent), [""; 0], "{silent}");
    }
    assert!(found(&json!({ "sells": true })).contains(&"note ccpa-way-back sells".to_owned()));
}
