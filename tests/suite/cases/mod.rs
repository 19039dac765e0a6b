//! What real policies and reported faults taught: small profiles in `fixtures/cases/`, each with its right outcome.

mod agree;
mod all;
mod answers;
mod folders;
mod guide_answers;
mod own_policy;
mod own_text;
mod reviews;
mod true_of_it;
mod trusts;
mod typed;
