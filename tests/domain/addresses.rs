//! Addresses: what browsers refuse, what others could read, and what would break a Content-Security-Policy is said with how to fix it.

use courtesy::check::check;
use serde_json::{Value, json};

use crate::checking::today;
use crate::compiling::built;
use crate::fixtures::{problems, says_only, site};

type Patched = fn(&str) -> Value;

/// Every field that has an address, with a patch for an address in it; the last two take requests and records.
fn fields() -> [(&'static str, Patched); 7] {
    [
        ("url", |address| json!({ "url": address })),
        ("policy.url", |address| json!({ "policy": { "url": address } })),
        ("requests.url", |address| json!({ "requests": { "url": address } })),
        ("services[0].policyUrl", |address| json!({ "services": [{ "id": "x", "policyUrl": address }] })),
        (
            "rights[0].routes[0].url",
            |address| json!({ "rights": [{ "kind": "access", "routes": [{ "url": address }] }] }),
        ),
        ("requests.endpoint", |address| json!({ "requests": { "endpoint": address } })),
        ("records.endpoint", |address| json!({ "records": { "endpoint": address } })),
    ]
}

const SECRET: &str = "is not an address to publish: it has a user or a password before the \"@\"; remove both; everybody can read them there, and browsers send nothing to such an address";
const HOST: &str = "is not a web address that every browser takes: its host is not valid; use only letters, digits, \"-\" and \".\" in the host, as in \"https://example.com\"";
const PORT: &str = "is not a web address: its port is no number from 1 to 65535; write such a number behind the \":\", or leave both out";
const NO_HOST: &str =
    "is not a web address: it has no host; write the host behind \"//\", as in \"https://example.com\"";
const UNSEEN: &str =
    "is not a web address: it has a space or an invisible character; remove it; write a space in a path as \"%20\"";
const BACKSLASH: &str = "is not a web address: it has a backslash; write \"/\" instead";

#[test]
fn what_no_field_takes_is_said_with_how_to_fix_it() {
    for (address, wrong) in [
        ("https://e.example;x/", HOST),
        ("https://e.example,f.example/", HOST),
        ("https://e.example'/", HOST),
        ("https://e.example\"/", HOST),
        ("https://e.example%3b/", HOST),
        ("https://ex%61mple.com/", HOST),
        ("https://exa<mple.com/", HOST),
        ("https://*.example.com/", HOST),
        ("https://a..example/", HOST),
        ("https://.example/", HOST),
        ("https://1.2.3.999/p", HOST),
        ("https://[x]/", HOST),
        ("https://[::1/", HOST),
        ("https://[::1]x/", HOST),
        // Full width: a browser reads a semicolon.
        ("https://e.example\u{ff1b}x/", HOST),
        ("https://e.example:99999/", PORT),
        ("https://e.example:0/", PORT),
        ("https://e.example:/", PORT),
        ("https://e.example:+80/", PORT),
        ("https://e.example:80;x/", PORT),
        ("https:///e.example", NO_HOST),
        ("https://", NO_HOST),
        ("https://?e.example", NO_HOST),
        ("https://:443/", NO_HOST),
        ("https:// e.example", UNSEEN),
        ("https://e.example/a b", UNSEEN),
        ("https://e.example/a\tb", UNSEEN),
        ("https://e.example/a\u{a0}b", UNSEEN),
        ("https://e.example/\u{202e}moc", UNSEEN),
        ("https://e\u{200b}.example/", UNSEEN),
        ("https://e.example\\x", BACKSLASH),
        ("https:\\\\e.example", ""),
        ("https://e.example\\@f.example/", BACKSLASH),
        ("HTTPS:e.example", ""),
        ("//e.example", ""),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("ftp://e.example", ""),
        (" https://e.example", ""),
    ] {
        for (field, patch) in fields() {
            let found = problems(patch(address));
            assert_eq!(found.len(), 1, "{field} {address}: {found:?}");
            let said = &found[0];
            // The address itself comes between.
            assert!(said.starts_with(&format!("{field}: \"")) && said.ends_with(wrong), "{address}: {said}");
        }
    }
}

#[test]
fn a_user_or_a_password_is_refused_and_not_repeated() {
    for (address, shown) in [
        ("https://user:pass@records.example/in", "https://…@records.example/in"),
        ("https://user@records.example", "https://…@records.example"),
        ("https://:pass@records.example?a@b", "https://…@records.example?a@b"),
        ("https://a@b@records.example/", "https://…@records.example/"),
        ("https://@records.example/", "https://@records.example/"),
        ("http://user:pass@localhost/", "http://…@localhost/"),
    ] {
        for (field, patch) in fields() {
            says_only(patch(address), &format!("{field}: \"{shown}\" {SECRET}"));
        }
    }
    for (_, patch) in fields() {
        assert!(problems(patch("https://records.example/@user?a=b@c#d@e")).is_empty());
    }
}

#[test]
fn an_endpoint_is_encrypted_unless_it_is_this_computer() {
    let wrong = "is not an encrypted address; write \"https://\"; \"http://\" works only for tests on \"localhost\", as pages on https may not send to it";
    for endpoint in ["records", "requests"] {
        let said = |address: &str| problems(json!({ endpoint: { "endpoint": address } }));
        for open in [
            "http://records.example/in",
            "http://127.evil.example/",
            "http://localhost.evil.example/",
            "http://10.0.0.1/",
            "http://[::2]:80/",
            "http://128.0.0.1/",
        ] {
            assert_eq!(said(open), [format!("{endpoint}.endpoint: \"{open}\" {wrong}")]);
        }
        for here in [
            "http://localhost/in",
            "http://localhost:8080",
            "http://127.0.0.1:80/",
            "http://127.9.9.9/",
            "http://[::1]/in",
            "http://[::1]:8080/in",
            "https://records.example:8443/in?a;b,c'd",
            "https://b\u{fc}cher.example",
            "https://हिन्दी.example/",
            "https://records.example./",
        ] {
            assert_eq!(said(here), [""; 0], "{here}");
        }
        says_only(
            json!({ endpoint: { "endpoint": "https://my_bucket.example/" } }),
            &format!(
                "{endpoint}.endpoint: \"https://my_bucket.example/\" is not an address that a Content-Security-Policy can name: its host has a \"_\"; use another name for the server, of letters, digits, \"-\" and \".\""
            ),
        );
    }
}

#[test]
fn where_visitors_are_sent_without_encryption_is_one_warning_with_every_place() {
    let open = "http://e.example/";
    let file = site(json!({
        "url": open, "policy": { "url": open }, "requests": { "url": open },
        "services": [{ "id": "x", "policyUrl": open }, { "id": "y", "policyUrl": "https://e.example/" }],
        "rights": [{ "kind": "access", "routes": [{ "url": "/a" }, { "url": open }] }],
    }));
    let found: Vec<_> = check(&file, &[], today()).into_iter().filter(|found| found.code == "address-open").collect();
    assert_eq!(found.len(), 1);
    let places: Vec<_> = found[0].places.iter().map(ToString::to_string).collect();
    assert_eq!(places, ["url", "services[0].policyUrl", "rights[0].routes[1].url", "policy.url", "requests.url"]);
    assert_eq!(
        (found[0].severity.as_str(), &*found[0].sentence, &*found[0].fix),
        (
            "warning",
            "you send visitors to unencrypted addresses: http://e.example/, http://e.example/, http://e.example/, http://e.example/ and http://e.example/",
            "write \"https://\""
        )
    );
    for address in ["https://e.example", "http://localhost:8000/", "http://127.0.0.1", "http://[::1]:3000/"] {
        let found = check(&site(json!({ "url": address })), &[], today());
        assert!(found.iter().all(|found| found.code != "address-open"), "{address}");
    }
}

#[test]
fn the_server_of_an_endpoint_is_named_as_it_is() {
    for (endpoint, host) in [
        ("https://records.example/in", "records.example"),
        ("https://records.example?in", "records.example"),
        ("https://records.example:8443#x", "records.example:8443"),
    ] {
        let site = site(json!({ "records": { "endpoint": endpoint } }));
        assert_eq!(site.records.as_ref().expect("records").host(), host);
        let embed = built(&site).into_iter().find(|file| file.name == "embed.html").expect("a page");
        let policy = format!("connect-src 'self' https://{host}</code>");
        assert!(String::from_utf8_lossy(&embed.bytes).contains(&policy), "{endpoint}");
    }
}
