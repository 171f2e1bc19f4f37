//! The owner's own text is in the folder of the site file, or below it: nothing else of the computer is published.

use std::fs;

use serde_json::json;

use crate::command::{folder, run};
use crate::compiling::parts;
use crate::fixtures::smallest;

#[test]
fn a_policy_outside_the_folder_of_the_site_file_is_not_published() {
    parts();
    let work = folder("outside");
    let site = work.join("site");
    fs::create_dir_all(site.join("texts/deep")).expect("a folder");
    for (place, text) in [
        ("secret.md", "# Secret\n"),
        ("site/policy.md", "# Ours\n"),
        ("site/texts/deep/policy.md", "# Ours\n"),
        ("site-other.md", "# Secret\n"),
    ] {
        fs::write(work.join(place), text).expect("a file");
    }
    let link = |from: &str, to: &str| std::os::unix::fs::symlink(from, site.join(to)).expect("a link");
    link("../secret.md", "link.md");
    link("..", "up");
    link("policy.md", "inner.md");
    link("texts/deep", "near");
    let of = |source: &str| {
        let mut file = smallest();
        file["policy"] = json!({ "source": source });
        fs::write(site.join("site.json"), file.to_string()).expect("a file");
        let build = ["build", "site/site.json", "--out", "out", "--parts", "../../parts", "--quiet"];
        let (_, wrong, built) = run(&work, &build);
        let (said, _, checked) = run(&work, &["check", "site/site.json"]);
        assert_eq!(built, checked.map(|code| code.min(1)), "{source}: {wrong}{said}");
        (wrong, said, built)
    };
    let absolute = work.join("secret.md").display().to_string();
    let own = site.join("policy.md").display().to_string();
    let outside = [
        "../secret.md",
        "texts/../../secret.md",
        "../site/policy.md",
        "link.md",
        "up/secret.md",
        "../nowhere.md",
        "../site-other.md",
        &absolute,
        &own,
    ];
    for source in outside {
        let sentence = format!("\"{source}\" cannot be read: it is outside the folder of the site file");
        let help = "= help: name a .md, .html or .txt file, in the folder of the site file or below it";
        let (wrong, said, code) = of(source);
        assert!(
            code == Some(1) && [&wrong, &said].iter().all(|text| text.contains(&sentence) && text.contains(help)),
            "{source}: {wrong}{said}"
        );
        assert!(!work.join("out").exists(), "{source}");
    }
    for source in [
        "policy.md",
        "./policy.md",
        "texts/../policy.md",
        "texts/deep/policy.md",
        "near/policy.md",
        "inner.md",
        "up/site/policy.md",
    ] {
        let (wrong, _, code) = of(source);
        assert_eq!((&*wrong, code), ("", Some(0)), "{source}");
    }
    // From the folder itself, which has no name then.
    fs::remove_dir_all(work.join("out")).expect("it was built");
    let (_, wrong, code) = run(&site, &["check", "site.json"]);
    assert_eq!((&*wrong, code), ("", Some(0)));
}
