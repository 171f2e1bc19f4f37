//! What an owner pastes, and the chain of hashes behind it: each file that is fetched is known, and known rightly.

use crate::literals::first;
use courtesy::compile::{File, Form, Policies, compile};
use courtesy::site::SiteFile;
use serde_json::{Value, json};

use crate::compiling::{built, parts};
use crate::fixtures::{SEEDS, seed, site};

fn named<'f>(files: &'f [File], name: &str) -> &'f File {
    files.iter().find(|file| file.name == name).unwrap_or_else(|| panic!("{name} is not among the files"))
}

fn text(file: &File) -> String {
    String::from_utf8(file.bytes.clone()).expect("text")
}

fn json_of(file: &File) -> Value {
    serde_json::from_slice(&file.bytes).expect("JSON")
}

/// By name, what the manifest says of each file.
fn listed(files: &[File]) -> Value {
    let manifest = json_of(named(files, "manifest.json"));
    let each = manifest["files"].as_array().cloned().unwrap_or_default().into_iter();
    each.map(|file| (file["name"].as_str().unwrap_or_default().to_owned(), file["integrity"].clone())).collect()
}

/// What a script with integrity knows at first, and the site that it has inlined.
fn checked(file: &File) -> (Value, Value) {
    let script = text(file);
    let known = script.split_once("check(").expect("the part").1;
    let inlined = script.split_once("run(").expect("the loader").1;
    (first(known), first(inlined))
}

fn checked_scripts(files: &[File]) -> impl Iterator<Item = &File> {
    files.iter().filter(|file| file.name.starts_with("courtesy-"))
}

#[test]
fn whatever_the_checked_script_comes_to_fetch_is_known_by_the_hash_in_the_manifest() {
    for site in SEEDS.iter().map(|name| seed(name)).chain([site(json!({ "languages": ["en", "de", "ar"] }))]) {
        let files = built(&site);
        let listed = listed(&files);
        let holds = |known: &Value| {
            let known = known.as_object().expect("names").clone();
            assert!(known.iter().all(|(name, hash)| listed[name] == *hash && hash.is_string()), "{known:?}");
            known
        };
        assert_eq!(checked_scripts(&files).count(), site.languages.len());
        for script in checked_scripts(&files) {
            let (known, inlined) = checked(script);
            let known = holds(&known);
            let mut languages = vec![inlined["later"].clone()];
            for notice in inlined["others"].as_object().into_iter().flatten().map(|(_, name)| name) {
                let notice = json_of(named(&files, notice.as_str().expect("a name")));
                let brings = holds(&notice["integrity"]);
                assert!(brings.contains_key(notice["later"].as_str().expect("a name")));
                languages.push(notice["later"].clone());
            }
            assert_eq!(languages.len(), site.languages.len());
            for later in languages {
                let later = later.as_str().expect("a name");
                let facts = json_of(named(&files, later));
                let brings = holds(&facts["integrity"]);
                for file in facts["files"].as_object().expect("files").values() {
                    assert!(brings.contains_key(file.as_str().expect("a name")), "{later} does not know {file}");
                }
                for start in ["app-", "receipts-", "audit-", "site.json"] {
                    assert!(brings.keys().any(|name| name.starts_with(start)), "{later} does not know {start}");
                }
                let plain = files.iter().filter(|file| file.name.starts_with("later-")).map(json_of_or_null);
                let mut without = facts.clone();
                without.as_object_mut().expect("an object").remove("integrity");
                assert!(
                    plain.into_iter().any(|plain| plain == without),
                    "{later} is the plain form's but for the hashes"
                );
            }
            assert!(known.keys().any(|name| name.starts_with("later-") && name.ends_with(".js")));
        }
    }
}

fn json_of_or_null(file: &File) -> Value {
    serde_json::from_slice(&file.bytes).unwrap_or_default()
}

#[test]
fn the_plain_script_has_nothing_of_integrity() {
    let files = built(&site(json!({ "languages": ["en", "de"] })));
    for name in ["courtesy.js", "courtesy.de.js"] {
        let script = text(named(&files, name));
        assert!(!script.contains("sha384") && !script.contains("integrity") && !script.contains("check("), "{name}");
    }
}

fn embed(site: &SiteFile) -> (Vec<File>, String) {
    let files = built(site);
    let html = text(named(&files, "embed.html"));
    (files, html)
}

#[test]
fn each_tag_of_embed_html_names_a_file_of_the_build_and_its_hash() {
    let (files, html) = embed(&site(json!({ "languages": ["en", "de", "ar"] })));
    let listed = listed(&files);
    let mut tags = 0;
    for tag in html.split("&lt;script").skip(1) {
        let after = |start: &str| Some(tag.split_once(start)?.1.split('"').next()?.to_owned());
        let name = after("/courtesy/").expect("an address");
        let hash = &listed[&name];
        assert!(hash.is_string(), "{name} is not in the manifest");
        assert!(after("integrity=\"").is_none_or(|told| told == *hash), "{name}");
        assert_eq!(tag.contains(" crossorigin>"), tag.contains("integrity="), "{name}");
        tags += 1;
    }
    // Plain and checked in three languages, with five modules, from elsewhere, from elsewhere with five modules.
    assert_eq!(tags, 6 + 6 + 1 + 6);
    assert!(listed["embed.html"].is_string());
}

#[test]
fn a_site_with_consent_mode_is_told_to_put_the_tag_first_and_without_async() {
    let purposes = json!([{ "id": "analytics", "nature": "analytics" }]);
    let site = site(json!({ "purposes": purposes, "consentMode": { "analytics": ["analytics_storage"] } }));
    let (_, html) = embed(&site);
    assert!(html.contains("first in <code>&lt;head&gt;</code> and without <code>async</code>"));
    assert!(!html.contains("&lt;script async"));
}

#[test]
fn embed_html_has_no_script_and_a_name_cannot_bring_one() {
    let (_, html) = embed(&site(json!({ "name": "</title><script>alert(1)</script>" })));
    assert!(!html.contains("<script"));
}

#[test]
fn a_site_with_pages_of_its_own_is_told_of_no_other_pages() {
    let own = json!({ "policy": { "url": "/legal" }, "requests": { "url": "/ask" } });
    let (_, html) = embed(&site(own));
    assert!(!html.contains("csp-pages"));
}

#[test]
fn the_files_of_a_site_alone_have_no_tag_to_paste() {
    let site = site(json!({}));
    let policies = Policies::of(&site, |name| Err(format!("no {name} here"))).expect("no text of the owner's");
    let files = compile(&site, &policies, &parts(), Form::SiteOnly).expect("every part is there");
    assert!(files.iter().all(|file| file.name != "embed.html" && !file.name.starts_with("integrity-")));
}

#[test]
fn the_policy_names_the_origins_of_endpoints_and_nothing_behind_them() {
    let endpoints = |records, requests| {
        let site = site(json!({ "records": { "endpoint": records }, "requests": { "endpoint": requests } }));
        text(named(&built(&site), "embed.html"))
    };
    let page = endpoints("https://b\u{fc}cher.example?a;script-src", "https://forms.example:8443/in");
    let policy = "connect-src 'self' https://forms.example:8443 https://xn--bcher-kva.example</code>";
    assert!(page.contains(policy) && page.contains("form-action https://forms.example:8443</code>"), "{page}");
}

#[test]
fn the_policy_allows_what_is_needed_and_nothing_more() {
    let page = text(named(&built(&site(json!({}))), "embed.html"));
    let allows = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
    assert!(page.contains(&format!("<pre id=\"csp\"><code>{allows}</code>")), "{page}");
    let types = "; require-trusted-types-for 'script'; trusted-types 'none'";
    assert!(page.contains(&format!("<pre id=\"csp-trusted\"><code>{allows}{types}</code>")), "{page}");
}
