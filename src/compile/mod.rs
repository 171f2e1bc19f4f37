//! A site becomes files: `courtesy.js` with its facts, its site file per language, its pages, the app beside them.
//!
//! The parts that are the same for every site (the minified loader, the styles, the app) come ready made ([`Parts`]); what is
//! made here is made of the site file alone, without a browser, a network or a wasm toolchain. The same input gives the same
//! bytes.

mod compare;
mod consent_mode;
mod csp;
mod embed;
pub mod file_system;
mod integrity;
mod lazy_facts;
pub mod loader;
mod localized_site;
mod manifest;
mod material_facts;
mod notice_tree;
mod opt_out_link;
pub mod output;
mod pages;
mod parties;
mod parts;
mod policies;
mod policy_changes;
mod previous_build;
mod processes;
mod receipt;
mod render;
mod well_known;

pub use compare::{Differences, compare};
use embed::Tagged;
pub use embed::tag;
use integrity::Checked;
use localized_site::Built;
pub use manifest::{File, short_hash};
pub use parts::{MissingPart, Parts};
pub use policies::Policies;
pub use previous_build::{material_facts, previous_build};
pub use receipt::receipt;

use crate::policy::Pages;
use crate::site::{Language, SiteFile};
use crate::views::builder::stated;
use loader::{AppFiles, PLAIN, Slots, modules};
use pages::PageFiles;

/// What to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Everything that a site serves: the loader with its facts inlined, the app, the site's files.
    Built,
    /// Only the site's files, for a page whose tag names them to a loader that is served elsewhere.
    SiteOnly,
}

/// The files of a site, in the order in which they are listed.
///
/// # Errors
/// Where a part is missing, with the command that makes it.
pub fn compile(site: &SiteFile, policies: &Policies, parts: &Parts, form: Form) -> Result<Vec<File>, MissingPart> {
    let mut files = Vec::new();
    let app = match form {
        Form::Built => Some(app_files(parts, &mut files)?),
        Form::SiteOnly => None,
    };
    let halves = match &app {
        Some(app) => Some(modules(parts, app)?),
        None => None,
    };
    let apps = files.clone();
    files.extend(halves.iter().flatten().cloned());
    let form = match app.as_ref().zip(halves.as_ref()) {
        Some((AppFiles { script, wasm, .. }, [_, later, _])) if Pages::writes_request(site) => {
            let page = File::hashed("request", "js", parts.bytes("request.js")?);
            let [script, wasm, later] = [script, wasm, &later.name].map(Clone::clone);
            let form = PageFiles { page: page.name.clone(), script, wasm, later };
            files.push(page);
            Some(form)
        }
        _ => None,
    };
    let facts = material_facts::hashes(site);
    let styles = File::hashed("page", "css", parts.text("page.css")?.into_bytes());
    let writes_pages = Pages::writes_policy(site) || Pages::writes_request(site);
    let languages = site.languages.iter().zip(&policies.words).zip(&policies.documents);
    let mut all: Vec<Built> = languages
        .map(|((language, words), policy)| Built::new(site, (language, words), policy.as_ref(), &facts))
        .collect();
    Built::make_notices(&mut all);
    if let Some([gates, later, receipts]) = &halves {
        let slots = Slots::generic(parts, gates, later)?;
        let (loader, before) = (parts.loader(site)?, consent_mode::prefix(site, &facts, parts)?);
        let shared: Vec<&File> = apps.iter().chain([receipts]).collect();
        let checked = Checked::new([gates, later], &shared, &all);
        let mut tags = Vec::new();
        for (place, built) in all.iter().enumerate() {
            let script = slots.with_site(built.inlined(&all), &built.declared.site.links).fill(&loader, PLAIN);
            let plain = built.name("courtesy", "js");
            files.push(File::new(plain.clone(), before.clone() + &script));
            if all.len() > 1 {
                files.push(File::new(built.notice_file(), built.notice.to_string()));
            }
            let checked = checked.script(place, &slots, parts, &loader, &before)?;
            files.push(checked.clone());
            tags.push(Tagged { language: built.language.to_string(), plain, checked });
        }
        files.extend(checked.files());
        files.push(embed::embed(site, &tags, &[gates, later, receipts, &apps[0]], &parts.text("page.css")?));
    }
    for built in &all {
        files.push(File::new(built.site_file(), built.site_json(&all).to_string()));
        files.extend(built.beside.iter().map(|(_, file)| file.clone()));
        files.extend(pages::pages(built, &styles.name, form.as_ref()));
    }
    if writes_pages {
        files.push(styles);
    }
    files.extend(well_known::gpc(site));
    files.extend(opt_out_link::icon(site));
    files.push(manifest::manifest(material_facts(site), &files));
    Ok(files)
}

/// The generic `courtesy.js`, and the app's files under the names that it fetches.
///
/// # Errors
/// Where a part is missing.
pub fn generic(parts: &Parts) -> Result<Vec<File>, MissingPart> {
    let mut files = Vec::new();
    let app = app_files(parts, &mut files)?;
    files.splice(0..0, generic_loader(parts, &app)?);
    Ok(files)
}

/// The generic `courtesy.js` and the modules it fetches, for an app under the given names.
///
/// # Errors
/// Where a part is missing.
pub fn generic_loader(parts: &Parts, app: &AppFiles) -> Result<[File; 4], MissingPart> {
    let [gates, later, receipts] = modules(parts, app)?;
    let script = Slots::generic(parts, &gates, &later)?.fill(&parts.text("loader.js")?, PLAIN);
    Ok([File::new("courtesy.js".into(), script), gates, later, receipts])
}

fn app_files(parts: &Parts, files: &mut Vec<File>) -> Result<AppFiles, MissingPart> {
    let script = File::hashed("app", "js", parts.bytes("app.js")?);
    let wasm = File::hashed("app", "wasm", parts.bytes("app.wasm")?);
    let styles = File::hashed("app", "css", parts.bytes("app.css")?);
    let names = AppFiles { script: script.name.clone(), wasm: wasm.name.clone(), styles: styles.name.clone() };
    files.extend([script, wasm, styles]);
    Ok(names)
}

/// The name of a file that there is one of per language: the first language has the plain name.
fn in_language(site: &SiteFile, language: &Language, stem: &str, ending: &str) -> String {
    if *language == site.languages[0] { format!("{stem}.{ending}") } else { format!("{stem}.{language}.{ending}") }
}
