//! Methods whose code is not in the interpreter's memory until one of them is called. Those of a file of Ruby, or of some
//! that are small, make a group, which is read as one.

use std::collections::{HashMap, HashSet};
use std::error::Error;
use std::path::Path;
use std::{env, fs, ptr};

use kobako_compiler::{Irep, Op, rite};

use crate::methods::Method;
use crate::sources::Sources;

/// Bytes of code that a group has at least, if the program has as many: small ones deflate badly.
const SMALLEST: usize = 4 << 10;

/// Methods that are read as one: those of a file, or of some.
pub struct Group<'a> {
    /// `GEM/FILE`, of the first.
    pub name: String,
    pub routines: Vec<&'a Irep>,
}

impl Group<'_> {
    fn size(&self) -> usize {
        self.routines.iter().map(|routine| size(routine)).sum()
    }

    /// A program that does nothing, and the routines below it.
    fn bytecode(&self) -> Vec<u8> {
        let program = Irep {
            registers: 1,
            code: vec![Op::STOP as u8],
            children: self
                .routines
                .iter()
                .map(|&routine| routine.clone())
                .collect(),
            ..Irep::default()
        };
        rite::dump_bare(&program, false)
    }
}

/// The groups of a program, as `KOBAKO_RESIDENT` names a list of what is none's: `GEM/FILE` and, with spaces between,
/// methods, or `*` for all. Without that variable there are none. They are left in the folder that `KOBAKO_UNREAD` names,
/// in one of the program's name.
pub fn groups<'a>(
    name: &str,
    methods: &[Method<'a>],
    sources: &Sources<'_>,
) -> Result<Vec<Group<'a>>, Box<dyn Error>> {
    let (Some(list), Some(folder)) = (env::var_os("KOBAKO_RESIDENT"), env::var_os("KOBAKO_UNREAD"))
    else {
        return Ok(Vec::new());
    };
    let list = fs::read_to_string(list)?;
    let groups = joined(grouped(methods, &resident(&list), |routine| {
        let line = routine.lines.first().map_or(1, |&(_, line)| line);
        group_of(sources.file_at(line as usize).0)
    }));
    let folder = Path::new(&folder).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    for group in &groups {
        fs::create_dir_all(&folder)?;
        let file = group.name.replace('/', "@");
        fs::write(folder.join(file), group.bytecode())?;
    }
    Ok(groups)
}

/// The methods of each group that are in memory from the start.
fn resident(list: &str) -> HashMap<&str, HashSet<&str>> {
    let lines = list.lines().filter(|line| !line.starts_with('#'));
    let words = lines.filter_map(|line| {
        let mut words = line.split_whitespace();
        Some((words.next()?, words.collect()))
    });
    words.collect()
}

fn grouped<'a>(
    methods: &[Method<'a>],
    resident: &HashMap<&str, HashSet<&str>>,
    group_of: impl Fn(&Irep) -> String,
) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    for Method { name, routine } in methods {
        let group = group_of(routine);
        let stays = resident
            .get(&*group)
            .is_some_and(|names| names.contains("*") || names.contains(&**name));
        if stays || !alike(routine) {
            continue;
        }
        let known = groups.iter_mut().find(|other| other.name == group);
        match known {
            Some(known) => known.routines.push(routine),
            None => groups.push(Group {
                name: group,
                routines: vec![routine],
            }),
        }
    }
    groups
}

/// Each with those that follow it, until it is large enough.
fn joined(groups: Vec<Group<'_>>) -> Vec<Group<'_>> {
    let mut joined: Vec<Group<'_>> = Vec::new();
    for group in groups {
        match joined.last_mut().filter(|last| last.size() < SMALLEST) {
            Some(last) => last.routines.extend(group.routines),
            None => joined.push(group),
        }
    }
    joined
}

/// Bytes of code of a routine and of its own.
fn size(routine: &Irep) -> usize {
    routine.code.len() + routine.children.iter().map(size).sum::<usize>()
}

/// Whether all of a routine's own make their calls as it does: what is read knows of the routine alone.
fn alike(routine: &Irep) -> bool {
    let mut children = routine.children.iter();
    children.all(|child| child.direct == routine.direct && alike(child))
}

/// `core/array` of `.../core/mrblib/array.rb`.
fn group_of(file: &str) -> String {
    let path = Path::new(file);
    let gem = path
        .parent()
        .and_then(Path::parent)
        .and_then(Path::file_name);
    let name = [gem, path.file_stem()].map(|part| part.unwrap_or_default().to_string_lossy());
    name.join("/")
}

/// The place of a routine among the groups, and in its own.
pub fn place_of(groups: &[Group<'_>], routine: &Irep) -> Option<(usize, usize)> {
    groups.iter().enumerate().find_map(|(number, group)| {
        let at = group
            .routines
            .iter()
            .position(|&other| ptr::eq(other, routine));
        at.map(|at| (number, at))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::methods::Definitions;
    use crate::sources::compiled;

    /// The groups of a program whose first line is of one file, and the others of another, and how many methods each has.
    fn groups(source: &str, list: &str) -> Vec<(String, usize)> {
        let program = compiled(source, true);
        let methods = Definitions::of(&program).methods;
        let group = |routine: &Irep| match routine.lines[0].1 {
            1 => "core/one".to_owned(),
            _ => "core/two".to_owned(),
        };
        let groups = grouped(&methods, &resident(list), group);
        let count = |group: Group<'_>| (group.name, group.routines.len());
        groups.into_iter().map(count).collect()
    }

    #[test]
    fn what_the_list_has_is_in_no_group() {
        let source =
            "def a = 1; def b = 2\ndef c = 3\nclass << self\n def d = 4\nend\ndef self.e = 5\n";
        let all = |counts: &[(&str, usize)]| {
            let named = counts.iter().map(|&(name, count)| (name.to_owned(), count));
            named.collect::<Vec<_>>()
        };
        assert_eq!(groups(source, ""), all(&[("core/one", 2), ("core/two", 3)]));
        let list = "# core/one *\ncore/one b\ncore/two self.e e\n";
        assert_eq!(
            groups(source, list),
            all(&[("core/one", 1), ("core/two", 2)])
        );
        assert_eq!(groups(source, "core/one *\n"), all(&[("core/two", 3)]));
    }

    #[test]
    fn methods_that_define_others_stay() {
        let source = "class Array\n def c\n  def d = foo\n end\n def e = [1].map { foo }\nend\n";
        assert_eq!(groups(source, ""), [("core/two".to_owned(), 1)]);
    }

    #[test]
    fn small_groups_are_joined() {
        let program = compiled(&format!("def a = {}", "foo(1, 2, 3)\n".repeat(2000)), true);
        let group = |name: &str, routines| Group {
            name: name.to_owned(),
            routines,
        };
        let (small, large) = (&program.children[0], &program);
        assert!(size(large) >= SMALLEST && size(small) < SMALLEST);
        let groups = [("a", small), ("b", large), ("c", small), ("d", small)];
        let joined = joined(
            groups
                .map(|(name, routine)| group(name, vec![routine]))
                .into(),
        );
        let counts: Vec<_> = joined
            .iter()
            .map(|group| (&*group.name, group.routines.len()))
            .collect();
        assert_eq!(counts, [("a", 2), ("c", 2)]);
    }

    #[test]
    fn a_group_is_of_a_gem_and_a_file() {
        assert_eq!(group_of("/guest/gems/core/mrblib/array.rb"), "core/array");
        assert_eq!(
            group_of("mruby-enum-ext/mrblib/enum.rb"),
            "mruby-enum-ext/enum"
        );
    }
}
