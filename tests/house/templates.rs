//! A template that neither the code nor another template names is dead.

use super::source::SourceFile;

/// `templates` are relative to `templates/`, `sources` to `src/`. Code names a template by its path; a template may also
/// name its neighbour by the path from its own folder.
pub fn complaints(templates: &[SourceFile], sources: &[SourceFile]) -> Vec<String> {
    templates
        .iter()
        .filter(|template| {
            let by_code = sources.iter().any(|source| source.text.contains(&quoted(&template.path)));
            !by_code && !templates.iter().any(|other| includes(other, template))
        })
        .map(|template| format!("templates/{} is used by nothing", template.path))
        .collect()
}

fn includes(from: &SourceFile, used: &SourceFile) -> bool {
    let folder = from.path.rfind('/').map_or("", |end| &from.path[..=end]);
    let from_folder = used.path.strip_prefix(folder).unwrap_or(&used.path);
    from.path != used.path && (from.text.contains(&quoted(&used.path)) || from.text.contains(&quoted(from_folder)))
}

fn quoted(path: &str) -> String {
    format!("\"{path}\"")
}

#[test]
fn a_template_without_a_user_is_found() {
    use super::source::file;
    let templates = [
        file("layout.html", ""),
        file("public/home.html", "{% extends \"layout.html\" %}{% include \"box.html\" %}"),
        file("public/box.html", ""),
        file("admin/box.html", ""),
        file("admin/self.html", "{% include \"admin/self.html\" %}"),
    ];
    let sources = [file("web/home.rs", "#[template(path = \"public/home.html\")]")];
    let expected = ["templates/admin/box.html is used by nothing", "templates/admin/self.html is used by nothing"];
    assert_eq!(complaints(&templates, &sources), expected);
}
