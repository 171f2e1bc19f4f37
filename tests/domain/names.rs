//! Names with a part that changes: which names a pattern has, what it may never reach, and how copied names are to be written.

use courtesy::check::{Finding, check, codes, copied_names};
use courtesy::site::read::read;
use courtesy::site::{Match, parts};
use serde_json::{Value, json};

use crate::fixtures::{problems, says_only};

fn table() -> Value {
    serde_json::from_str(include_str!("../fixtures/names.json")).expect("JSON")
}

fn with(items: Value) -> Value {
    json!({ "purposes": [{ "id": "a" }], "items": items })
}

#[test]
fn a_pattern_has_the_names_that_the_loader_finds() {
    for row in table()["rows"].as_array().expect("rows") {
        let (name, how) = (row["name"].as_str().expect("a name"), &row["match"]);
        let matches: Match = serde_json::from_value(how.clone()).expect("a kind of match");
        assert_eq!(json!(parts(name, matches)), row["parts"], "{name}");
        for (list, is_reached) in [("has", true), ("lacks", false)] {
            for found in row[list].as_array().expect("a list") {
                let items = json!([
                    { "purpose": "essential", "kind": "cookie", "name": found, "match": "exact" },
                    { "purpose": "a", "kind": "cookie", "name": name, "match": how },
                ]);
                let is_refused =
                    problems(with(items)).iter().any(|problem| problem.contains("the exempt one of items[0]"));
                assert_eq!(is_refused, is_reached, "{name} and {found}");
            }
        }
    }
}

#[test]
fn a_pattern_never_reaches_what_is_exempt_nor_the_widget() {
    let items = |exempt: Value, own: Value| with(json!([exempt, own]));
    let pattern = |name: &str| json!({ "purpose": "a", "kind": "local-storage", "name": name, "match": "pattern" });
    let exempt =
        |name: &str, how: &str| json!({ "purpose": "essential", "kind": "local-storage", "name": name, "match": how });
    says_only(
        items(exempt("csrf_token", "exact"), pattern("*_token")),
        "items[1].name: names like \"*_token\" include the exempt one of items[0], or are among its names; write more of the name, so that removing it spares that one",
    );
    for (name, how) in [("my_token", "exact"), ("x*_token", "pattern"), ("*_token", "pattern"), ("*token", "pattern")] {
        assert_eq!(problems(items(exempt(name, how), pattern("*_token"))).len(), 1, "{name}");
    }
    // What only may meet is spared by the removal itself.
    for (name, how) in [("app_", "prefix"), ("app_*_x", "pattern"), ("my_Token", "exact"), ("token", "exact")] {
        assert!(problems(items(exempt(name, how), pattern("*_token"))).is_empty(), "{name}");
    }
    for own in ["cour*:a", "*esy:*", "courtesy-req*:a"] {
        let found = problems(items(exempt("basket", "exact"), pattern(own)));
        assert!(found.len() == 1 && found[0].contains("this widget's own"), "{own}: {found:?}");
    }
    let prefix = json!({ "purpose": "a", "kind": "local-storage", "name": "app_", "match": "prefix" });
    assert_eq!(problems(items(exempt("app_*_token", "pattern"), prefix)).len(), 1);
}

#[test]
fn a_pattern_that_matches_nearly_every_name_is_refused() {
    for name in
        ["*", "**", "***", "_*", "*_", "*a*", "*.*", "a*b", "*a*e*i*", "*___", "_ga", "_ga_**", "a*bc*d*ef*g*hi"]
    {
        let found = problems(with(json!([{ "purpose": "a", "kind": "cookie", "name": name, "match": "pattern" }])));
        assert!(found.len() == 1 && found[0].starts_with(&format!("items[0].name: \"{name}\"")), "{name}: {found:?}");
    }
    for name in ["*_id", "_u*x", "amp_*", "*sid", "a_*_b", "_pk_*.*.x"] {
        let found = problems(with(json!([{ "purpose": "a", "kind": "cookie", "name": name, "match": "pattern" }])));
        assert_eq!(found, [""; 0], "{name}");
    }
}

fn found(item: Value) -> Vec<Finding> {
    let mut item = item;
    item["purpose"] = json!("a");
    let file = json!({ "name": "A", "controller": { "contacts": [{ "email": "a@b.example" }] }, "purposes": [{ "id": "a", "title": "A" }], "items": [item] });
    let site = read(&file.to_string()).expect("a site");
    let found = copied_names(&site);
    let checked = check(&site, &[], "2026-11-29".parse().expect("a day"));
    assert_eq!(checked.iter().filter(|finding| finding.code == "name-like-pattern").count(), found.len());
    found
}

/// How a copied name is to be written: what stands in quotation marks in the fix, field by field.
fn written(item: Value) -> String {
    let found = found(item);
    let fix = found.first().map_or("", |finding| finding.fix.as_str());
    fix.split("; if this").next().unwrap_or_default().replace('"', "").replace("match: ", "").replace("name: ", "")
}

fn cookie(name: &str) -> String {
    written(json!({ "kind": "cookie", "name": name }))
}

#[test]
fn what_was_copied_as_a_pattern_is_said_with_what_to_write() {
    let prefixes = [
        ("_qx_*", "_qx_"),
        ("_pw_id.<id>", "_pw_id."),
        ("_hs_{site_id}", "_hs_"),
        ("/^_qz.*/", "_qz"),
        ("_qy_XXXXXXXXXX", "_qy_"),
        ("intercom-id-[app_id]", "intercom-id-"),
        ("_gat_UA-########-#", "_gat_UA-"),
        ("_hjSession_{{id}}", "_hjSession_"),
        ("_ga_${container}", "_ga_"),
        ("wp-settings-%s", "wp-settings-"),
        ("_dc_gtm_UA-xxxxxxx-x", "_dc_gtm_UA-"),
        ("_pk_ses...", "_pk_ses"),
        ("_pk_id.<site>.<hash>", "_pk_id."),
        ("_pk_id.*.*", "_pk_id."),
        ("^_hj", "_hj"),
        ("/^_hj\\w+$/i", "_hj"),
        ("_ga_…", "_ga_"),
        ("mp_%token%", "mp_"),
        ("ki_xxxxxxxx-xxxx-xxxx", "ki_"),
        ("_uid_NNNNNN", "_uid_"),
        ("_cl_(id)", "_cl_"),
        ("_ab_\\d+", "*_ab_*"),
        ("/^_u\\.[0-9]{3,8}/", "_u."),
    ];
    for (name, begin) in prefixes {
        let expected =
            if begin.contains('*') { format!("write {begin}, pattern") } else { format!("write {begin}, prefix") };
        assert_eq!(cookie(name), expected, "{name}");
    }
    let patterns = [
        ("[UID]_set", "*_set"),
        ("*_token", "*_token"),
        ("amp_{6 letters}_test", "amp_*_test"),
        ("ph_<key>_posthog", "ph_*_posthog"),
        ("mp_%token%_mixpanel", "mp_*_mixpanel"),
        ("/_qz/", "*_qz*"),
        ("/^wp_\\d+_seen$/", "wp_*_seen"),
        ("wp-*-time-<uid>", "wp-*-time-*"),
        ("XXXX_cart", "*_cart"),
        ("?_seen", "*_seen"),
        ("/^s[a-z]+_(a|b)_end$/", "s*_*_end"),
    ];
    for (name, pattern) in patterns {
        assert_eq!(cookie(name), format!("write {pattern}, pattern"), "{name}");
    }
    let lists = [
        ("_qa, _qb", "_qa; _qb"),
        ("_qa,_qb", "_qa; _qb"),
        ("_qa and _qb", "_qa; _qb"),
        ("_qa; _qb; _qc", "_qa; _qb; _qc"),
        ("_ga, _ga_*", "_ga; _ga_, prefix"),
        ("_qa und _qb", "_qa; _qb"),
        ("_qa | _qb", "_qa; _qb"),
        ("/^_qa$|^_qb_/", "_qa; _qb_, prefix"),
        ("_qa، _qb", "_qa; _qb"),
        ("<id>_sid, _qb", "*_sid, pattern; _qb"),
    ];
    for (name, each) in lists {
        assert_eq!(cookie(name), format!("write an item for each: {each}"), "{name}");
    }
    assert_eq!(cookie("/^_ga$/"), "write _ga", "an expression of one name");
    assert_eq!(cookie("_ga (Google)"), "write _ga", "a comment is no part of a name");
    for vague in ["*", "<id>", "{uuid}", "XXXXXXXX", "/.*/", "[UID]"] {
        assert!(cookie(vague).starts_with("write the name with * for what varies"), "{vague}: {}", cookie(vague));
    }
}

#[test]
fn the_finding_says_where_and_how_to_say_that_it_is_the_whole_name() {
    let said = found(json!({ "kind": "cookie", "name": "_qx_*" }));
    let [only] = said.as_slice() else { panic!("{said:?}") };
    assert_eq!(only.places.iter().map(ToString::to_string).collect::<Vec<_>>(), ["items[0].name"]);
    assert_eq!(
        only.sentence,
        "\"_qx_*\" looks like a pattern, but only this exact name matches, so a withdrawal removes nothing"
    );
    assert_eq!(
        only.fix,
        "write \"name\": \"_qx_\", \"match\": \"prefix\"; if this is the whole name, add \"match\": \"exact\""
    );
    assert!(codes().any(|code| code == "name-like-pattern"));
}

#[test]
fn a_name_that_is_one_is_no_finding() {
    let names = [
        "_ga",
        "PHPSESSID",
        "ASPSESSIONIDQQ",
        "__Host-session",
        "_pk_id.1.1fff",
        "cf_clearance",
        "xx",
        "_gat_UA-1234-1",
        "a%20b",
        "wp_lang",
        "foxxy",
        "__stripe_mid",
        "_hjSessionUser_123",
        "NID",
        "persist:root",
        "AMCV_1%40AdobeOrg",
        "intercom.id",
        "$store",
    ];
    for name in names {
        assert_eq!(found(json!({ "kind": "cookie", "name": name })), [], "{name}");
    }
    for name in ["a,b", "theme (dark)", "q?", "/cart/items/", "settings#", "{\"a\":1, \"b\":2"] {
        assert_eq!(found(json!({ "kind": "local-storage", "name": name })), [], "{name}");
    }
    for name in ["prefs[theme]", "_qx_*", "a, b"] {
        assert_eq!(found(json!({ "kind": "cookie", "name": name, "match": "exact" })), [], "{name}, as the owner says");
    }
    assert_eq!(found(json!({ "kind": "cookie", "name": "*_token", "match": "pattern" })), []);
    assert_eq!(found(json!({ "kind": "cookie", "name": "_fig", "match": "prefix" })), []);
}

#[test]
fn a_star_in_a_beginning_and_a_placeholder_in_a_pattern_are_said_too() {
    let of = |name: &str, how: &str| written(json!({ "kind": "cookie", "name": name, "match": how }));
    assert_eq!(of("_ga_*", "prefix"), "write _ga_, prefix");
    assert_eq!(of("<id>_x1", "prefix"), "write *_x1*, pattern");
    assert_eq!(of("/^_hj/", "prefix"), "write _hj, prefix");
    assert_eq!(of("amp_<id>_*_x", "pattern"), "write amp_*_*_x, pattern");
    assert_eq!(of("{id}_*_end", "pattern"), "write *_*_end, pattern");
}
