//! The files of a site, in the order in which they are listed, and the generic loader, which knows no site.

use super::consent_mode;
use super::embed::{Form, Tag, embed};
use super::file::File;
use super::integrity::CheckedLoader;
use super::loader::{AppFiles, PLAIN, Slots, modules};
use super::localized_site::LocalizedSite;
use super::manifest::manifest;
use super::material_facts;
use super::named_site::NamedSite;
use super::opt_out_link::icon;
use super::page_styles::styles;
use super::pages::{PageFiles, pages};
use super::parts::{MissingPart, Parts};
use super::policies::Policies;
use super::previous_build;
use super::well_known::gpc;
use crate::consent::OrderedMap;
use crate::policy::Pages;
use crate::site::SiteFile;

/// The files of a site.
///
/// # Errors
/// If a part is missing, with the command that makes it.
pub fn compile(site: &SiteFile, policies: &Policies, parts: &Parts, form: Form) -> Result<Vec<File>, MissingPart> {
    let material = material_facts::hashes(site);
    let languages = site.languages.iter().zip(&policies.words).zip(&policies.documents);
    let localized = languages
        .map(|((language, words), policy)| LocalizedSite::new(site, (language, words), policy.as_ref(), &material));
    let all = NamedSite::all(localized.collect());
    let styles = styles(&parts.text("page.css")?, site.tokens.as_ref());
    let (mut files, request_form) = match form {
        Form::Built => loader_files(site, &all, parts, &material)?,
        Form::SiteOnly => (Vec::new(), None),
    };
    for named in &all {
        let localized = &named.localized;
        files.push(File::new(named.site_file(), named.site_json(&all).to_string()));
        files.extend(localized.view_files.iter().map(|(_, file)| file.clone()));
        files.push(localized.lazy_file.clone());
        files.extend(pages(localized, &styles.name, request_form.as_ref()));
    }
    if Pages::writes_policy(site) || Pages::writes_request(site) {
        files.push(styles);
    }
    files.extend(gpc(site));
    files.extend(icon(site));
    files.push(manifest(previous_build::material_facts(site), &files));
    Ok(files)
}

/// The app, the loader in every language, plain and with integrity, and the page with the tags; and the files of the form for
/// requests, if the build writes its page.
fn loader_files(
    site: &SiteFile,
    all: &[NamedSite],
    parts: &Parts,
    material: &OrderedMap<String>,
) -> Result<(Vec<File>, Option<PageFiles>), MissingPart> {
    let mut files = Vec::new();
    let app = app_files(parts, &mut files)?;
    let app_files = files.clone();
    let [gates, lazy, receipts, audit] = &modules(parts, &app)?;
    files.extend([gates, lazy, receipts, audit].map(File::clone));
    let mut request_form = None;
    if Pages::writes_request(site) {
        let page = File::hashed("request", "js", parts.bytes("request.js")?);
        let AppFiles { script, wasm, .. } = app;
        request_form = Some(PageFiles { page: page.name.clone(), script, wasm, lazy: lazy.name.clone() });
        files.push(page);
    }
    let slots = Slots::generic(parts, gates, lazy)?;
    let (loader, before) = (parts.loader(site)?, consent_mode::prefix(site, material, parts)?);
    // The audit reads the first language's site file, whatever language the page is in.
    let declaration = File::new(all[0].site_file(), all[0].site_json(all).to_string());
    let shared: Vec<&File> = app_files.iter().chain([receipts, audit, &declaration]).collect();
    let checked_loader = CheckedLoader::new([gates, lazy], &shared, all);
    let mut tags = Vec::new();
    for (index, named) in all.iter().enumerate() {
        let localized = &named.localized;
        let script = slots.with_site(named.inlined(all), &localized.declared.site.links).fill(&loader, PLAIN);
        let plain = localized.name("courtesy", "js");
        files.push(File::new(plain.clone(), before.clone() + &script));
        if all.len() > 1 {
            files.push(File::new(named.notice_file(), named.notice.to_string()));
        }
        let checked = checked_loader.script(index, &slots, parts, &loader, &before)?;
        files.push(checked.clone());
        tags.push(Tag { language: localized.language.to_string(), plain, checked });
    }
    files.extend(checked_loader.files());
    files.push(embed(site, &tags, &[gates, lazy, receipts, audit, &app_files[0]], &parts.text("page.css")?));
    Ok((files, request_form))
}

/// The generic `courtesy.js`, its modules and the app's files.
///
/// # Errors
/// If a part is missing.
pub fn generic(parts: &Parts) -> Result<Vec<File>, MissingPart> {
    let mut files = Vec::new();
    let app = app_files(parts, &mut files)?;
    files.splice(0..0, generic_loader(parts, &app)?);
    Ok(files)
}

/// The generic `courtesy.js` and its modules, for an app under the given names.
///
/// # Errors
/// If a part is missing.
pub fn generic_loader(parts: &Parts, app: &AppFiles) -> Result<[File; 5], MissingPart> {
    let [gates, lazy, receipts, audit] = modules(parts, app)?;
    let script = Slots::generic(parts, &gates, &lazy)?.fill(&parts.text("loader.js")?, PLAIN);
    Ok([File::new("courtesy.js".into(), script), gates, lazy, receipts, audit])
}

fn app_files(parts: &Parts, files: &mut Vec<File>) -> Result<AppFiles, MissingPart> {
    let script = File::hashed("app", "js", parts.bytes("app.js")?);
    let wasm = File::hashed("app", "wasm", parts.bytes("app.wasm")?);
    let styles = File::hashed("app", "css", parts.bytes("app.css")?);
    let names = AppFiles { script: script.name.clone(), wasm: wasm.name.clone(), styles: styles.name.clone() };
    files.extend([script, wasm, styles]);
    Ok(names)
}
