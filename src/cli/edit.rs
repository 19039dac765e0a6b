//! `edit`: serves the editor to the browser of this computer.

use std::io::IsTerminal;

use super::dates_args::EditArgs;
use super::ending::Ending;
use super::error::CommandError;

/// Whether the program was started with nothing behind its name, where somebody sees what it says: by a double click, most likely.
pub(super) fn is_meant() -> bool {
    std::env::args_os().len() == 1 && std::io::stdout().is_terminal()
}

#[cfg(not(feature = "editor"))]
pub(super) fn run(args: &EditArgs) -> Result<Ending, CommandError> {
    let EditArgs { .. } = args;
    Err(CommandError::refused("this program was built without the editor; build it with the feature `editor`"))
}

#[cfg(feature = "editor")]
pub(super) fn run(args: &EditArgs) -> Result<Ending, CommandError> {
    use super::open::open_address;
    use super::settings::InForce;
    use super::typed::today;
    use crate::editor::{Bound, Editor, EditorOptions, secrets, serve};
    use crate::finding::visible_path;

    let (folder, first) = place(args.path.as_deref())?;
    let in_force = InForce::of(&[folder.join("any.yaml")])?;
    let formats = in_force.formats(&[]);
    let libraries = in_force.with_look(in_force.libraries(&[], &formats)?, None, true)?;
    let cannot = |error: std::io::Error| match args.port {
        Some(port) => CommandError::refused(format!(
            "the editor cannot be served under the number {port}: {error}. Leave `--port` out, and a free one is taken"
        )),
        None => CommandError::refused(format!("the editor cannot be served on this computer: {error}")),
    };
    let bound = Bound::new(args.port).map_err(cannot)?;
    let port = bound.port().map_err(cannot)?;
    let as_of = args.as_of;
    let editor = Editor::new(EditorOptions {
        first,
        libraries,
        out: in_force.out(None),
        formats,
        packing: in_force.packing(false, false),
        today: Box::new(move || today(as_of)),
        port,
        secrets: secrets().map_err(cannot)?,
        folder: folder.clone(),
    });
    let address = format!("http://127.0.0.1:{port}{}", editor.way_in());
    let shown = visible_path(&folder);
    match args.no_open {
        true => say!("The editor of {shown} is ready. Open this address in your browser:\n\n  {address}\n"),
        false => say!(
            "The editor of {shown} opens in your browser. If it does not, open this address in it:\n\n  {address}\n"
        ),
    }
    say!(
        "Leave this window open while you work: what you write is saved as you go. To stop, close it, or press Ctrl and C."
    );
    if !args.no_open {
        open_address(&address);
    }
    serve(editor, bound).map_err(cannot)?;
    Ok(Ending::Made)
}

/// The folder of the profiles, and the profile to begin with.
#[cfg(feature = "editor")]
fn place(path: Option<&std::path::Path>) -> Result<(std::path::PathBuf, Option<String>), CommandError> {
    use std::path::PathBuf;

    use crate::finding::visible_path;
    let Some(path) = path else { return Ok((PathBuf::from("."), None)) };
    if path.is_dir() {
        return Ok((path.to_owned(), None));
    }
    if !path.is_file() {
        let shown = visible_path(path);
        return Err(CommandError::refused(format!(
            "there is no file or folder {shown}. `careers-policy edit` alone opens the folder that you are in, where a profile can be begun"
        )));
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok((folder.map_or_else(|| PathBuf::from("."), ToOwned::to_owned), Some(name)))
}
