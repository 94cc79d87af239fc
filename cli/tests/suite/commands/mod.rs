//! The commands of the program.

use crate::program::program;

/// Every command that the program's own help lists.
pub(crate) fn commands() -> Vec<String> {
    let output = program().arg("--help").output().expect("it runs");
    let text = String::from_utf8(output.stdout).expect("it is text");
    let (_, list) = text.split_once("Commands:\n").expect("the commands are listed");
    let listed = list.lines().take_while(|line| !line.trim().is_empty());
    let names = listed.filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
    names.filter(|name| !name.is_empty() && *name != "help").map(ToOwned::to_owned).collect()
}
