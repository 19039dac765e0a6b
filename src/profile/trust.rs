//! A school in the profile of a multi-academy trust: the file that holds its profile, or its answers themselves.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::arrangements::ProviderAccess;
use super::benchmarks::{Gatsby, Impact};
use super::destinations::Destinations;
use super::institution::{Governance, Institution};
use super::people::Roles;
use super::policy::{Accept, OwnSection};
use super::programme::{Programme, Send};
use crate::theme::Brand;
use crate::yaml::Line;

/// One school of a trust: `profile` with the school's own file, or `setting` and what else is the school's own.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct School {
    /// The path to the school's own profile, from the folder of this file. Everything about the school then stands there, and nothing here.
    #[serde(default, skip_serializing)]
    #[schemars(extend("examples" = ["oakfield-academy.yaml"]))]
    pub profile: Option<Line>,
    /// Who the school is: its name, its type, its year groups and how to reach it.
    #[serde(default)]
    pub setting: Option<Institution>,
    /// Who governs it for the trust.
    #[serde(default)]
    pub governance: Governance,
    /// Its own people; the careers leader's name, email address and telephone number are published.
    #[serde(default)]
    pub roles: Roles,
    /// Its careers programme, as far as it is not the trust's.
    #[serde(default)]
    pub programme: Programme,
    /// How it meets the eight Gatsby Benchmarks, as far as it differs from the trust. Its action plan is not printed.
    #[serde(default)]
    pub gatsby: Gatsby,
    /// How it measures its programme's impact, as far as it differs from the trust.
    #[serde(default)]
    pub impact: Impact,
    /// Its careers guidance for learners with special educational needs or disabilities, as far as it differs from the trust.
    #[serde(default)]
    pub send: Send,
    /// How education and training providers speak to its learners, and where its own statement is published.
    #[serde(default)]
    pub provider_access: ProviderAccess,
    /// Where its learners went next.
    #[serde(default)]
    pub destinations: Destinations,
    /// Sections of its provider access policy statement, in place of those that the trust has for all schools.
    #[serde(default)]
    pub own_sections: Vec<OwnSection>,
    /// The looks of its own documents.
    #[serde(default)]
    pub brand: Brand,
    /// Warnings about this school that have been looked at and accepted, each with the reason.
    #[serde(default)]
    pub accept: Vec<Accept>,
}
