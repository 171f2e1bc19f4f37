//! Which module uses which: a crate's sources read by `syn`, with nested `use`, re-exports and macros followed to the file that
//! defines the name. The architecture test asks it for circles.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::Visit;
use syn::{Item, UseTree};

/// A path inside the crate, from its root: `["site", "date", "Day"]`.
type Path = Vec<String>;

/// One file of a crate.
#[derive(Default)]
struct Module {
    /// The names that it defines, its child modules not among them.
    items: BTreeSet<String>,
    /// The names that it imports or re-exports, with the path they stand for.
    imports: BTreeMap<String, Path>,
    /// The modules that it imports everything of.
    globs: Vec<Path>,
    /// Every path that its code uses.
    uses: BTreeSet<Path>,
}

/// The modules of a crate by their paths.
pub struct Crate {
    modules: BTreeMap<Path, Module>,
}

/// One module uses another, and the path by which it does.
pub type Edges = BTreeMap<(String, String), String>;

impl Crate {
    /// Reads the sources of a crate: each file's module path (`"site::date"`, `""` for the root) and text.
    pub fn read<'a>(name: &str, sources: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let parsed: Vec<(Path, syn::File)> = sources
            .into_iter()
            .map(|(path, text)| {
                let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"));
                (path.split("::").filter(|part| !part.is_empty()).map(str::to_owned).collect(), file)
            })
            .collect();
        let known: BTreeSet<Path> = parsed.iter().map(|(path, _)| path.clone()).collect();
        let modules = parsed.into_iter().map(|(path, file)| {
            let mut reader = Reader { crate_name: name, here: path.clone(), known: &known, module: Module::default() };
            for item in &file.items {
                reader.define(item);
            }
            reader.visit_file(&file);
            (path, reader.module)
        });
        Self { modules: modules.collect() }
    }

    /// Every use of one module by another; a re-export is followed to the module that defines the name.
    pub fn edges(&self) -> Edges {
        let mut edges = Edges::new();
        for (path, module) in &self.modules {
            for used in &module.uses {
                let expanded = used
                    .first()
                    .and_then(|first| module.imports.get(first))
                    .map_or_else(|| used.clone(), |import| import.iter().chain(&used[1..]).cloned().collect());
                if let Some(target) = self.resolve(&expanded, &mut BTreeSet::new()).filter(|target| target != path) {
                    edges.entry((name_of(path), name_of(&target))).or_insert_with(|| used.join("::"));
                }
            }
        }
        edges
    }

    /// The module that defines what a path names; none where it names a module itself, or nothing of this crate.
    fn resolve(&self, path: &[String], seen: &mut BTreeSet<Path>) -> Option<Path> {
        if !seen.insert(path.to_vec()) {
            return None;
        }
        let depth = (0..path.len()).rev().find(|depth| self.modules.contains_key(&path[..*depth]))?;
        if self.modules.contains_key(path) {
            return None;
        }
        let (home, rest) = path.split_at(depth);
        let module = &self.modules[home];
        if module.items.contains(&rest[0]) {
            return Some(home.to_vec());
        }
        if let Some(import) = module.imports.get(&rest[0]) {
            return self.resolve(&[import, &rest[1..]].concat(), seen);
        }
        module.globs.iter().find_map(|glob| self.resolve(&[glob, rest].concat(), seen))
    }
}

fn name_of(path: &[String]) -> String {
    if path.is_empty() { "crate".into() } else { path.join("::") }
}

/// Collects what one file defines, imports and uses.
struct Reader<'a> {
    crate_name: &'a str,
    here: Path,
    known: &'a BTreeSet<Path>,
    module: Module,
}

impl Reader<'_> {
    fn define(&mut self, item: &Item) {
        let name = match item {
            Item::Const(item) => &item.ident,
            Item::Enum(item) => &item.ident,
            Item::Fn(item) => &item.sig.ident,
            Item::Static(item) => &item.ident,
            Item::Struct(item) => &item.ident,
            Item::Trait(item) => &item.ident,
            Item::Type(item) => &item.ident,
            Item::Union(item) => &item.ident,
            Item::Macro(syn::ItemMacro { ident: Some(ident), .. }) => ident,
            Item::Mod(syn::ItemMod { ident, content: Some(_), .. }) => ident,
            _ => return,
        };
        self.module.items.insert(name.to_string());
    }

    /// A path as the crate's root sees it; none where it leaves the crate.
    fn absolute(&self, path: &[String]) -> Option<Path> {
        let mut base = match path.first()?.as_str() {
            "crate" => Path::new(),
            first if first == self.crate_name => Path::new(),
            "self" => self.here.clone(),
            "super" => self.here[..self.here.len().checked_sub(1)?].to_vec(),
            first => {
                let child = [self.here.clone(), vec![first.to_owned()]].concat();
                return self.known.contains(&child).then(|| [self.here.clone(), path.to_vec()].concat());
            }
        };
        for part in &path[1..] {
            if part == "super" {
                base.pop();
            } else {
                base.push(part.clone());
            }
        }
        Some(base)
    }

    fn import(&mut self, before: &[String], tree: &UseTree, is_reexport: bool) {
        match tree {
            UseTree::Path(path) => {
                self.import(&[before, &[path.ident.to_string()]].concat(), &path.tree, is_reexport);
            }
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.import(before, tree, is_reexport)),
            UseTree::Glob(_) => self.module.globs.extend(self.absolute(before)),
            UseTree::Name(name) => self.import_as(before, &name.ident, &name.ident, is_reexport),
            UseTree::Rename(rename) => self.import_as(before, &rename.ident, &rename.rename, is_reexport),
        }
    }

    fn import_as(&mut self, before: &[String], name: &syn::Ident, alias: &syn::Ident, is_reexport: bool) {
        let own = (name != "self").then(|| name.to_string());
        let alias = if alias == "self" { before.last().cloned() } else { Some(alias.to_string()) };
        let Some(path) = self.absolute(&[before, own.as_slice()].concat()) else { return };
        if !is_reexport {
            self.module.uses.insert(path.clone());
        }
        self.module.imports.extend(alias.map(|alias| (alias, path)));
    }

    fn use_path(&mut self, path: Path) {
        let imported = path.first().is_some_and(|first| self.module.imports.contains_key(first));
        let path = if imported { Some(path) } else { self.absolute(&path) };
        self.module.uses.extend(path);
    }

    /// What a macro is given is no syntax yet: every `a::b::c` in it counts as a path.
    fn use_tokens(&mut self, tokens: TokenStream) {
        let (mut path, mut colons) = (Path::new(), 0);
        for token in tokens {
            match token {
                TokenTree::Ident(ident) => {
                    if colons != 2 {
                        self.use_path(std::mem::take(&mut path));
                    }
                    colons = 0;
                    path.push(ident.to_string());
                    continue;
                }
                TokenTree::Punct(punct) if punct.as_char() == ':' && !path.is_empty() => {
                    colons += 1;
                    continue;
                }
                TokenTree::Group(group) => self.use_tokens(group.stream()),
                _ => {}
            }
            self.use_path(std::mem::take(&mut path));
            colons = 0;
        }
        self.use_path(path);
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_file(&mut self, file: &'ast syn::File) {
        for item in &file.items {
            if let Item::Use(item) = item {
                self.visit_item_use(item);
            }
        }
        file.items.iter().filter(|item| !matches!(item, Item::Use(_))).for_each(|item| self.visit_item(item));
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        let is_reexport = !matches!(item.vis, syn::Visibility::Inherited);
        self.import(&[], &item.tree, is_reexport);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        self.use_path(names);
        syn::visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, found: &'ast syn::Macro) {
        self.visit_path(&found.path);
        self.use_tokens(found.tokens.clone());
    }

    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}
}
