//! The loader, minified: once whole, and once without each of what a site may do without, so that a site's visitors fetch what it uses.
//!
//! esbuild joins the modules and decides what `page/features.js` leaves out; a second pass drops what nobody calls then; terser makes about
//! 240 bytes less of the rest than esbuild does (measured, brotli).

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::run;
use crate::tools::NodeTools;

/// The browsers that scripts and styles are written for.
pub const TARGET: &str = "--target=es2022,safari16.4";

/// What `www/loader/page/features.js` asks for, each by the name that leaves it out.
const NOT_GENERIC: &str = "__NOT_GENERIC__";
/// What leaves out what only sites that ask need; it is for the scripts that have the first of the variants.
const ONLY_INFORMS: &str = "__ONLY_INFORMS__";
/// Few sites share a choice with other hosts: for them there is one script, which has everything else that a site that asks may need.
const NOT_SHARED: &str = "__NOT_SHARED__";
/// What a site may do without: the part of the loader's name, and the constant that leaves it out.
const VARIANTS: &str = include_str!("../../www/loader/variants.json");

fn variants() -> Vec<[String; 2]> {
    serde_json::from_str(VARIANTS).expect("pairs of names")
}

/// Every constant that `www/loader/page/features.js` asks for. All are defined in every build: a page could define one that is not.
fn constants() -> Vec<String> {
    let variants = variants().into_iter().map(|[_, constant]| constant);
    [NOT_GENERIC, NOT_SHARED, ONLY_INFORMS].map(String::from).into_iter().chain(variants).collect()
}

/// The scripts: the entry module, the name of the script, and its format.
const SCRIPTS: [(&str, &str, &str); 8] = [
    ("start.js", "loader.js", "iife"),
    ("effects/gates.js", "gates.js", "esm"),
    ("lazy/lazy.js", "later.js", "esm"),
    ("lazy/receipt-actions.js", "receipts.js", "esm"),
    ("lazy/audit.js", "audit.js", "esm"),
    ("effects/consent-mode.js", "consent-mode.js", "iife"),
    ("effects/microsoft-consent.js", "microsoft-consent.js", "iife"),
    ("page/integrity.js", "integrity.js", "iife"),
];

/// Writes the scripts as the preview serves them: joined and readable, with every feature.
pub fn readable(root: &Path, node: &NodeTools, parts: &Path) -> Result<(), String> {
    let defined: Vec<_> = constants().iter().map(|name| format!("--define:{name}=undefined")).collect();
    for (entry, name, format) in SCRIPTS {
        let mut esbuild = Command::new(&node.esbuild);
        esbuild
            .arg(root.join("www/loader").join(entry))
            .args(["--bundle", TARGET, "--log-level=warning"])
            .args(&defined);
        esbuild.arg(format!("--format={format}")).arg(format!("--outfile={}", parts.join(name).display()));
        if format == "iife" {
            // Modules are strict; a script is only if it says so.
            esbuild.arg("--banner:js=\"use strict\";");
        }
        run::run("joining the loader", &mut esbuild)?;
    }
    Ok(())
}

/// Writes each of [`SCRIPTS`], `loader-site….js` for each set of needs, and `loader-site-shared.js`.
pub fn minify(root: &Path, node: &NodeTools, parts: &Path) -> Result<(), String> {
    let loader = root.join("www/loader");
    let work = root.join("target/loader");
    fs::create_dir_all(&work).map_err(|error| format!("{}: {error}", work.display()))?;
    let minify = |entry: &str, name: &str, left_out: &[&str], format| {
        one(node, &loader.join(entry), &work, &parts.join(name), left_out, format)
    };
    for (entry, name, format) in SCRIPTS {
        minify(entry, name, &[], format)?;
    }
    let variants = variants();
    for needs in 0..1 << variants.len() {
        let is_needed = |place: usize| needs >> place & 1 == 1;
        let (needed, left_out): (Vec<_>, Vec<_>) =
            variants.iter().enumerate().partition(|(place, _)| is_needed(*place));
        let name: String = needed.iter().map(|(_, [part, _])| format!("-{part}")).collect();
        let left_out = left_out.iter().map(|(_, [_, constant])| constant.as_str());
        let informs = is_needed(0).then_some(ONLY_INFORMS);
        let left_out: Vec<_> = [NOT_GENERIC, NOT_SHARED].into_iter().chain(informs).chain(left_out).collect();
        minify("start.js", &format!("loader-site{name}.js"), &left_out, "iife")?;
    }
    minify("start.js", "loader-site-shared.js", &[NOT_GENERIC, &variants[0][1]], "iife")
}

/// Writes the generic first half as the package's module: a function of what stands in for the script tag, and of what brings the
/// second half. A bundler makes it small, so it stays readable.
pub fn module(root: &Path, node: &NodeTools, to: &Path) -> Result<(), String> {
    let work = root.join("target/loader");
    fs::create_dir_all(&work).map_err(|error| format!("{}: {error}", work.display()))?;
    let stand_in = ["document.currentScript=tag", "HTMLScriptElement=Object", "__COURTESY_IMPORT__=bring"];
    let stand_in = stand_in.map(|defined| format!("--define:{defined}"));
    let whole = constants();
    let defined: Vec<_> =
        stand_in.into_iter().chain(whole.iter().map(|name| format!("--define:{name}=undefined"))).collect();
    let shaken = join(node, &root.join("www/loader/start.js"), &work, &defined)?;
    let script = fs::read_to_string(&shaken).map_err(|error| format!("{}: {error}", shaken.display()))?;
    // esbuild says from which file it came, which is one of a moment ago.
    let script: String = script.lines().filter(|line| !line.starts_with("//")).flat_map(|line| [line, "\n"]).collect();
    let about = "// The first half of Courtesy's loader, as the script tag has it; `tag` stands in for that. Made of www/loader.";
    fs::write(to, format!("{about}\n\nexport const load = (tag, bring) => {{\n{script}}};\n"))
        .map_err(|error| format!("{}: {error}", to.display()))
}

/// Joins a script's modules and makes them small.
pub fn one(
    node: &NodeTools,
    entry: &Path,
    work: &Path,
    to: &Path,
    left_out: &[&str],
    format: &str,
) -> Result<(), String> {
    let defined = constants()
        .into_iter()
        .map(|name| format!("--define:{name}={}", if left_out.contains(&name.as_str()) { "1" } else { "undefined" }));
    let shaken = join(node, entry, work, &defined.collect::<Vec<_>>())?;
    let mut terser = Command::new(&node.terser);
    terser.arg(&shaken).args(["--module", "--ecma", "2022", "--mangle", "--compress"]);
    terser.arg("ecma=2022,passes=4,unsafe_arrows=true,unsafe_methods=true,pure_getters=true,keep_fargs=false");
    terser.arg("--output").arg(to);
    run::run("making the loader smaller", &mut terser)?;
    if format == "iife" {
        let script = fs::read_to_string(to).map_err(|error| format!("{}: {error}", to.display()))?;
        fs::write(to, format!("(()=>{{\"use strict\";{script}}})();\n"))
            .map_err(|error| format!("{}: {error}", to.display()))?;
    }
    Ok(())
}

/// Joins an entry with what it imports and drops what nobody calls, with these definitions.
fn join(node: &NodeTools, entry: &Path, work: &Path, defined: &[String]) -> Result<PathBuf, String> {
    let [joined, shaken] = ["joined.mjs", "shaken.mjs"].map(|name| work.join(name));
    let esbuild = |from: &Path, to: &Path, further: &[String]| {
        let mut esbuild = Command::new(&node.esbuild);
        esbuild
            .arg(from)
            .args(["--bundle", "--format=esm", "--minify-syntax", TARGET, "--log-level=warning"])
            .args(further);
        esbuild.arg(format!("--outfile={}", to.display()));
        run::run("joining the loader", &mut esbuild)
    };
    esbuild(entry, &joined, defined)?;
    esbuild(&joined, &shaken, &[])?;
    Ok(shaken)
}
