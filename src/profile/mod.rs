//! The profile: what an institution knows about itself, as typed values.
//!
//! In: a file, and those whose answers it shares. Out: [`Profile`] and its parts. These structs are the one definition of the
//! profile's shape: the JSON Schema, the editor help, the starter comments and the names that clauses print all come from them. A
//! doc comment there is read by careers leaders in their editor, so it says what to write.

mod actions;
mod answers;
mod arrangements;
mod benchmarks;
mod chain;
mod destinations;
mod examples;
mod field;
mod identity;
mod institution;
mod kinds;
mod likeness;
mod mixed;
mod people;
mod policy;
mod programme;
mod read;
mod reviewed;
mod schools;
mod shares;
mod trust;
mod version;
mod whole;

pub use crate::law::YearGroups;
pub use crate::yaml::{Line, Prose};
pub use actions::{Action, ActionStatus, When};
pub use answers::Answers;
pub use arrangements::{Attendance, Contact, Encounter, EncounterKind, Online, Opportunity, ProviderAccess};
pub use benchmarks::{Benchmark, Feedback, Gatsby, Impact, ImpactData};
pub use chain::{files_named, shared_file};
pub use destinations::{Cohort, Destination, Destinations, Figure, Reading};
pub use field::{
    FieldHelp, FieldKind, field_choices, field_help, field_kind, field_paths, headings, profile_schema, single_fields,
};
pub(crate) use field::{example_of, schema_for_editors, whole_schema};
pub use identity::Identity;
pub use institution::{Governance, Institution, LearnerTerm};
pub use kinds::{Kind, kind_named, kinds};
pub use likeness::is_profile_text;
pub(crate) use people::ALSO;
pub use people::{OtherPerson, Person, Roles, Teachers};
pub use policy::{
    Accept, Annex, Detail, DocumentName, LeaveOut, LinkedPolicy, OwnSection, Policy, Resource, Signature, Version,
};
pub use programme::{
    Access, Activity, Leavers, Prepares, Programme, Send, Support, Term, Touchpoint, Vision, YearOutcomes,
};
pub use read::{read_profile, read_profile_as, read_profile_from_input};
pub use reviewed::{REVIEWED, Reviewed};
pub use schools::{Member, can_be_shared_answer, read_schools};
pub use trust::School;
pub use version::{NoVersion, VersionNumber};
pub use whole::Profile;
