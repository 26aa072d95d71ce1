//! A section of the administration: its entry in the menu, the permission that it takes, and its routes.
//!
//! The table of all sections is [`crate::web::admin::SECTIONS`]. Each section is served as a scope that carries its
//! [`Place`], so that pages, forms and menu agree about who may enter.

use actix_web::web::ServiceConfig;

use super::entrance::HOME;
use crate::actor::Permission;

#[derive(Debug)]
pub struct Section {
    /// Such as `/admin/digests`; its routes are relative to it.
    pub path: &'static str,
    /// The key of its text in the menu; empty for a section that is not in the menu.
    pub label: &'static str,
    /// `None` where every user may enter.
    pub permission: Option<Permission>,
    /// Of each file that serves it.
    pub routes: &'static [fn(&mut ServiceConfig)],
}

/// Sections in the groups of the menu.
pub type Sections = &'static [&'static [Section]];

/// The section that a request is in, among all.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    pub section: &'static Section,
    pub sections: Sections,
}

/// What is in no section is for administrators.
static NO_SECTION: Section = Section { path: "", label: "", permission: Some(Permission::Settings), routes: &[] };

impl Place {
    /// A place in no section.
    #[must_use]
    pub const fn outside(sections: Sections) -> Self {
        Self { section: &NO_SECTION, sections }
    }

    /// The permission that a path of the administration takes; it may have a query.
    #[must_use]
    pub fn permission_of(&self, path: &str) -> Option<Permission> {
        let section = self.sections.iter().flat_map(|group| group.iter()).find(|section| section.holds(path));
        section.unwrap_or(&NO_SECTION).permission
    }
}

impl Section {
    fn holds(&self, path: &str) -> bool {
        let path = path.split(['?', '#']).next().unwrap_or_default();
        let below = |path: &str| path.strip_prefix(self.path).is_some_and(|rest| rest.starts_with('/'));
        path == self.path || (self.path != HOME && below(path))
    }
}
