//! Imports point one way: the arrows between the rooms, and no circle in a room, in xtask or among the scripts.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::architecture::{files, source};
use crate::fixtures::path;
use crate::imports::{Crate, Edges};

/// What each room may use of the others (ARCHITECTURE.md); they are listed from the bottom up.
const ARROWS: [(&str, &[&str]); 12] = [
    ("json", &[]),
    ("site", &["json"]),
    ("words", &["json", "site"]),
    ("consent", &["json", "site"]),
    ("rights", &["json", "site", "words"]),
    ("policy", &["json", "site", "rights", "words"]),
    ("check", &["json", "site", "policy", "words"]),
    ("views", &["json", "site", "consent", "rights", "policy", "words"]),
    ("browser", &["json", "site", "consent", "rights", "policy", "words"]),
    ("app", &["json", "site", "consent", "rights", "policy", "words", "views", "browser"]),
    ("compile", &["json", "site", "consent", "rights", "policy", "words", "check", "views"]),
    ("cli", &["json", "site", "consent", "rights", "policy", "words", "check", "compile"]),
];

/// The imports between the modules of a crate whose sources are in this folder; its programs are not among them.
fn edges(crate_name: &str, folder: &str) -> Edges {
    let sources: Vec<(String, String)> = files(folder)
        .iter()
        .filter(|file| !file.starts_with("src/bin"))
        .map(|file| {
            let inside = file.strip_prefix(folder).unwrap_or(file).with_extension("");
            let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy().into_owned()).collect();
            let is_root = |part: &String| ["mod", "lib", "main"].contains(&part.as_str());
            (parts.into_iter().filter(|part| !is_root(part)).collect::<Vec<_>>().join("::"), source(file))
        })
        .collect();
    Crate::read(crate_name, sources.iter().map(|(path, text)| (path.as_str(), text.as_str()))).edges()
}

/// The groups of modules that reach each other, each with the uses that make it one.
fn circles(edges: &Edges) -> Vec<String> {
    let mut reached: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (from, to) in edges.keys() {
        reached.entry(from).or_default().insert(to);
    }
    loop {
        let count = |reached: &BTreeMap<&str, BTreeSet<&str>>| reached.values().map(BTreeSet::len).sum::<usize>();
        let before = count(&reached);
        for from in reached.keys().copied().collect::<Vec<_>>() {
            let further = reached[from].iter().filter_map(|to| reached.get(to)).flatten().copied().collect::<Vec<_>>();
            reached.entry(from).or_default().extend(further);
        }
        if count(&reached) == before {
            break;
        }
    }
    let is_mutual = |from: &str, to: &str| {
        let reaches = |from: &str, to: &str| reached.get(from).is_some_and(|all| all.contains(to));
        reaches(from, to) && reaches(to, from)
    };
    edges
        .iter()
        .filter(|((from, to), _)| is_mutual(from, to))
        .map(|((from, to), used)| format!("{from} uses {to}: {used}"))
        .collect()
}

#[test]
fn the_arrows_point_one_way() {
    let room = |module: &str| module.split("::").next().unwrap_or_default().to_owned();
    let wrong: Vec<_> = edges("courtesy", "src")
        .into_iter()
        .filter(|((from, to), _)| {
            let (from, to) = (room(from), room(to));
            from != to && !ARROWS.iter().any(|(known, allowed)| *known == from && allowed.contains(&to.as_str()))
        })
        .map(|((from, to), used)| format!("{from} must not use {to}: {used}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_room_has_its_row() {
    let rooms: BTreeSet<String> = fs::read_dir(path("src"))
        .expect("src")
        .flatten()
        .map(|entry| entry.path().file_stem().unwrap_or_default().to_string_lossy().into_owned())
        .filter(|name| !["lib", "bin"].contains(&name.as_str()))
        .collect();
    assert_eq!(rooms, ARROWS.map(|(room, _)| room.to_owned()).into());
}

#[test]
fn no_module_is_in_a_circle() {
    let circles = [circles(&edges("courtesy", "src")), circles(&edges("xtask", "xtask/src"))].concat();
    assert!(circles.is_empty(), "{} uses in circles\n{}", circles.len(), circles.join("\n"));
}

/// The modules of JavaScript that a folder's files import, by their paths.
fn js_edges(folder: &str) -> Edges {
    let mut edges = Edges::new();
    for file in files(folder).into_iter().filter(|file| file.extension().is_some_and(|end| end == "js" || end == "mjs"))
    {
        for specifier in specifiers(&source(&file)) {
            let mut target = file.parent().unwrap_or(&file).to_owned();
            for part in Path::new(&specifier) {
                match part.to_str() {
                    Some(".") => {}
                    Some("..") => assert!(target.pop(), "{}: {specifier}", file.display()),
                    _ => target.push(part),
                }
            }
            let [from, to] = [&file, &target].map(|path| path.to_string_lossy().into_owned());
            // The package's loader is written by `cargo xtask build --npm`, and an app's shared files are copied into it when it is built.
            let is_generated = to == "www/npm/loader.js" || to.starts_with("tests/frameworks/apps/");
            assert!(is_generated || path(&to).is_file(), "{from} imports {specifier}, which does not exist");
            edges.insert((from, to), specifier);
        }
    }
    edges
}

/// The relative files that a module imports or re-exports, statically.
fn specifiers(text: &str) -> Vec<String> {
    // Types are imported in comments.
    let code = text.lines().filter(|line| !line.trim_start().starts_with(['/', '*']));
    let statements = code.flat_map(|line| line.split(';')).filter_map(|line| {
        let (before, quoted) = line.split_once('"')?;
        let before = before.trim();
        (before == "import" || before == "from" || before.ends_with(" from")).then(|| quoted.split('"').next())?
    });
    statements.filter(|specifier| specifier.starts_with('.')).map(str::to_owned).collect()
}

#[test]
fn no_script_is_in_a_circle() {
    let folders =
        ["www", "tests/loader", "tests/e2e", "tests/frameworks", "tests/packages", "tests/serving", "tests/bench"];
    let circles = folders.map(|folder| circles(&js_edges(folder))).concat();
    assert!(circles.is_empty(), "{} imports in circles\n{}", circles.len(), circles.join("\n"));
}

#[test]
fn a_circle_is_seen_through_nested_use_reexports_and_macros() {
    let seen = |sources: &[(&str, &str)]| circles(&Crate::read("courtesy", sources.iter().copied()).edges()).len();
    let nested = [("a", "use crate::{b::{B, C}, x};"), ("b", "use super::a; pub struct B; fn f() { a::f() }")];
    assert_eq!(seen(&nested), 0, "nothing of a is defined");
    let nested = [("a", "use crate::{b::{B, C}, x}; pub fn f() {}"), nested[1]];
    assert_eq!(seen(&nested), 2);
    let facade = [
        ("room", "mod one; mod two; pub use one::*; pub use two::Two;"),
        ("room::one", "use super::Two; pub struct One;"),
        ("room::two", "use crate::room; pub struct Two(room::One);"),
    ];
    assert_eq!(seen(&facade), 2);
    let in_macro =
        [("a", "pub fn a() { html! { <p>{ super::b::b() }</p> } }"), ("b", "use crate::a::a; pub fn b() {}")];
    assert_eq!(seen(&in_macro), 2);
    let root = [
        ("room", "mod one; use one::f; pub struct Room; fn g() { f() }"),
        ("room::one", "pub fn f(_: super::Room) {}"),
    ];
    assert_eq!(seen(&root), 2);
    let straight =
        [("a", "use crate::b::B; pub struct A;"), ("b", "use crate::c::{C, D}; pub struct B;"), ("c", "pub struct C;")];
    assert_eq!(seen(&straight), 0);
    assert_eq!(
        specifiers(
            "import {\n  a,\n} from \"./a.js\";\nexport * from \"../b.js\"; import \"./c.js\";\nconst from = \"./d.js\""
        ),
        ["./a.js", "../b.js", "./c.js"]
    );
}
