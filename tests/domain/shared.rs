//! One choice for several hosts: the declaration, what it is refused for, the cookie among the items, and the table that binds the loader.

use courtesy::check::check;
use courtesy::compile::{Form, Policies, compile};
use courtesy::site::{longest_shared, shared_cookie};
use serde_json::{Value, json};

use crate::compiling::parts;
use crate::fixtures::{json as file, problems, says, site};
use crate::records::stored;
use crate::tables::{answer, check_statuses, current, merged, moment, patched, readable, signals};

const SUFFIX: &str = "a domain of yours: it is a public suffix, below which anybody can register, and browsers refuse such cookies; \
    write the domain that you registered below it, as in \"example.co.uk\" or \"you.github.io\"";
const ADDRESS: &str = "a domain: it is an IP address, which has no hosts below it; write a domain, or leave this out";

fn asking(more: Value) -> Value {
    merged(Some(&json!({ "id": "garden", "purposes": [{ "id": "analytics" }], "sharedAcross": "example.com" })), &more)
}

#[test]
fn the_record_that_the_loader_makes_is_answered_alike() {
    let table = file("tests/fixtures/shared.json");
    for row in table["rows"].as_array().expect("rows") {
        let state = patched(&table["base"], row);
        let stored = stored(match row["counts"].as_str().expect("a text") {
            "first-visit" => None,
            "unreadable" => Some("{"),
            "newer" => Some("{\"schema\":\"courtesy/2\"}"),
            counts => Some(counts),
        });
        let (current, signals, now) = (current(&state["site"]), signals(&state), moment(&state["now"]));
        assert_eq!(answer(&stored, &current, signals, now), row["ask"], "{}", row["name"]);
        let keys: Value = current.facts.0.iter().map(|(key, _)| key.as_str()).collect();
        let unanswered = json!(current.unanswered(readable(&stored), signals, now));
        assert_eq!(&unanswered, row.get("unanswered").unwrap_or(&keys), "{}", row["name"]);
        let nothing = current.facts.0.iter().map(|(key, _)| (key.clone(), json!("undecided"))).collect();
        let states = merged(Some(&table["states"]), row.get("states").unwrap_or(&nothing));
        check_statuses(&states, &current, &stored, signals, now, &row["name"]);
    }
}

#[test]
fn the_longest_text_is_as_long_as_the_loader_writes_it() {
    for row in file("tests/fixtures/shared.json")["longest"].as_array().expect("rows") {
        let text = |name: &str| row[name].as_str().expect("a text");
        let keys = row["keys"].as_array().expect("keys").iter().filter_map(Value::as_str);
        assert_eq!(longest_shared(text("id"), text("version"), keys), row["bytes"], "{row}");
    }
}

#[test]
fn a_domain_that_hosts_can_share_is_taken() {
    for domain in [
        "example.com",
        "shop.example.com",
        "example.co.uk",
        "you.github.io",
        "xn--mller-kva.de",
        "city.kawasaki.jp",
        "example.internal",
        "garden.localhost",
        "1.example.com",
        "0x7f.example.com",
    ] {
        assert_eq!(problems(json!({ "sharedAcross": domain })), [""; 0], "{domain}");
    }
}

#[test]
fn a_public_suffix_is_refused() {
    for domain in [
        "co.uk",
        "com.au",
        "github.io",
        "blogspot.com",
        "vercel.app",
        "netlify.app",
        "pages.dev",
        "s3.amazonaws.com",
        "kawasaki.jp",
        "c.kawasaki.jp",
        "xn--55qx5d.cn",
        "myshopify.com",
        "herokuapp.com",
    ] {
        says(json!({ "sharedAcross": domain }), &format!("sharedAcross: \"{domain}\" is not {SUFFIX}"));
    }
}

#[test]
fn what_is_no_domain_is_refused_with_a_fix() {
    let registered = "a domain with hosts below it; write the domain that you registered, as in \"example.com\"";
    let dot = "a domain: it begins or ends with a dot; leave that dot out, as in \"example.com\"";
    let path = "a domain: it has a path; leave the path out, as in \"example.com\"";
    let port = "a domain: it has a port; leave the port out; a cookie is for all ports";
    let form = "a domain; use letters, digits, \"-\" and dots, as in \"example.com\"";
    for (text, sentence) in [
        ("https://example.com", "a domain: it has a scheme; leave that out, as in \"example.com\""),
        ("*.example.com", "a domain: it has a wildcard; leave \"*.\" out; every host below the domain is meant"),
        ("example.com/", path),
        ("example.com/shop", path),
        ("example.com?x", path),
        ("me@example.com", "a domain: it has an \"@\"; write only what is behind it, as in \"example.com\""),
        ("example.com:443", port),
        ("localhost:3000", port),
        ("127.0.0.1", ADDRESS),
        ("127.0.0.1:8080", ADDRESS),
        ("127.1", ADDRESS),
        ("0x7f.1", ADDRESS),
        ("2130706433", ADDRESS),
        ("[::1]", ADDRESS),
        ("::1", ADDRESS),
        ("[::1]:8080", ADDRESS),
        (".example.com", dot),
        ("example.com.", dot),
        ("Example.com", "a domain as browsers write it; write it in lower case"),
        ("müller.de", "a domain as browsers write it; write it in ASCII, as in \"xn--mller-kva.example\""),
        ("localhost", registered),
        ("com", registered),
        ("intranet", registered),
        ("", form),
        ("example..com", form),
        ("-a.example.com", form),
        ("ex ample.com", form),
        ("example_shop.com", form),
        ("example.com,example.org", form),
    ] {
        says(json!({ "sharedAcross": text }), &format!("sharedAcross: \"{text}\" is not {sentence}"));
    }
}

#[test]
fn a_cookie_that_could_grow_too_long_is_refused() {
    let purposes = |count: usize| -> Value {
        (0..count)
            .map(|number| json!({ "id": format!("purpose-{number:02}"), "title": "A", "description": "B" }))
            .collect()
    };
    assert_eq!(problems(asking(json!({ "purposes": purposes(46) }))), [""; 0]);
    says(
        asking(json!({ "purposes": purposes(60) })),
        "sharedAcross: the shared cookie would have up to 1852 bytes; the limit is 1500; ask about fewer purposes and \
         services, shorten their ids, or remove this field",
    );
    // Services and the version count, too; what is exempt has no choice.
    let services: Value =
        (0..60).map(|number| json!({ "id": format!("s{number}"), "purposes": ["analytics"] })).collect();
    assert_eq!(problems(asking(json!({ "services": services }))).len(), 1);
    let version = problems(asking(json!({ "notice": { "version": "ü".repeat(300) } })));
    assert!(version.iter().any(|problem| problem.contains("the shared cookie")), "{version:?}");
    let exempt = json!([{ "id": "analytics", "exemption": "no-storage" }]);
    assert_eq!(problems(asking(json!({ "services": services, "purposes": exempt }))), [""; 0]);
    // Nothing is reckoned for who does not share.
    assert_eq!(problems(json!({ "purposes": purposes(60) })), [""; 0]);
}

#[test]
fn no_optional_cookie_covers_the_shared_one() {
    assert_eq!(shared_cookie("garden"), "courtesy_garden");
    for (item, is_refused) in [
        (json!({ "kind": "cookie", "name": "courtesy_garden" }), true),
        (json!({ "kind": "cookie", "name": "courtesy", "match": "prefix" }), true),
        (json!({ "name": "court", "match": "prefix" }), true),
        (json!({ "kind": "local-storage", "name": "courtesy_garden" }), false),
        (json!({ "kind": "cookie", "name": "courtesy_gardens" }), false),
    ] {
        let item = merged(Some(&item), &json!({ "purpose": "analytics" }));
        let found = problems(asking(json!({ "items": [{ "purpose": "essential" }, item] })));
        assert_eq!(found.iter().any(|problem| problem.contains("this widget's own \"courtesy")), is_refused, "{item}");
        let alone = problems(json!({ "id": "garden", "purposes": [{ "id": "analytics" }], "items": [item] }));
        assert!(!alone.iter().any(|problem| problem.contains("courtesy_garden\"")), "{alone:?}");
    }
}

/// The text of the files whose names begin so.
fn built(patch: Value, beginnings: &[&str]) -> String {
    let site = site(patch);
    let policies = Policies::of(&site, |_| unreachable!("composed")).expect("policies");
    let files = compile(&site, &policies, &parts(), Form::Built).expect("files");
    let wanted = files.iter().filter(|file| beginnings.iter().any(|beginning| file.name.starts_with(beginning)));
    wanted.map(|file| String::from_utf8_lossy(&file.bytes).into_owned()).collect()
}

#[test]
fn the_cookie_is_among_the_items_in_every_language() {
    for (language, words) in
        [("en", "Our servers can read it."), ("de", "Unsere Server können es lesen."), ("ar", "ويمكن لخوادمنا قراءته.")]
    {
        let shared = asking(json!({ "languages": [language] }));
        for page in ["details-", "privacy.html"] {
            let text = built(shared.clone(), &[page]);
            assert!(text.contains("courtesy_garden") && text.contains("example.com"), "{language} {page}");
            assert!(text.contains(words), "{language} {page}");
        }
    }
}

#[test]
fn who_does_not_ask_for_it_gets_no_byte_of_it() {
    let all = ["courtesy", "details-", "privacy", "receipt-", "later-", "site"];
    for patch in [json!({ "sharedAcross": null }), json!({ "sharedAcross": null, "languages": ["en", "de"] })] {
        let text = built(asking(patch), &all);
        assert!(!text.contains("courtesy_") && !text.contains("shared\":") && !text.contains("shared:"));
    }
    // In notice mode there is nothing to share.
    let text = built(json!({ "id": "garden", "sharedAcross": "example.com" }), &["courtesy.js", "details-", "privacy"]);
    assert!(!text.contains("courtesy_garden") && !text.contains("shared\":") && !text.contains("shared:"));
    let text = built(asking(json!({})), &["courtesy.js"]);
    assert!(text.contains("shared:\"example.com\""));
}

#[test]
fn a_domain_that_shares_nothing_is_found() {
    let found = |patch: Value| -> Vec<String> {
        let findings = check(&site(patch), &[], "2026-11-29".parse().expect("a day"));
        let ours = findings.into_iter().filter(|finding| finding.code == "shared-idle");
        ours.map(|finding| format!("{}; {}", finding.sentence, finding.fix)).collect()
    };
    let nothing = "you share choices across hosts, but visitors have no choice; remove \"sharedAcross\"";
    assert_eq!(found(json!({ "sharedAcross": "example.com" })), [nothing]);
    for (url, is_outside) in [
        ("https://example.com", false),
        ("https://www.example.com/shop", false),
        ("https://example.org", true),
        ("https://notexample.com", true),
        ("https://example.com.evil.test", true),
    ] {
        assert_eq!(!found(asking(json!({ "url": url }))).is_empty(), is_outside, "{url}");
    }
    assert!(found(asking(json!({}))).is_empty() && found(json!({})).is_empty());
}
