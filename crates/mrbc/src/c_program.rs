//! A program as static structures of C. What equal routines have in common is there once.

use std::fmt::{Display, Formatter, Result};
use std::ptr;

use kobako_compiler::{Irep, Literal};

use crate::c_literal;
use crate::c_symbol::macro_of;
use crate::shared::Shared;
use crate::unread::{Group, place_of};

const HEADER: &str = "#include <mruby.h>\n#include <mruby/irep.h>\n#include <mruby/proc.h>\n\n";

pub struct CProgram<'a> {
    name: &'a str,
    ireps: Vec<&'a Irep>,
    /// Of the bodies of classes, which run when the guest boots and never again; and of all others.
    parts: [Part; 2],
    bodies: &'a [&'a Irep],
    unread: &'a [Group<'a>],
}

/// What routines are made of. Children stand in a row.
struct Part {
    prefix: String,
    /// Where the linker puts it.
    place: &'static str,
    code: Shared<u8>,
    pools: Shared<Literal>,
    symbols: Shared<Vec<u8>>,
    children: Vec<String>,
}

impl Part {
    fn of(prefix: String, place: &'static str, ireps: &[&Irep], children: Vec<String>) -> Self {
        Self {
            prefix,
            place,
            code: Shared::of(ireps.iter().map(|irep| code(irep)).collect()),
            pools: Shared::of(ireps.iter().map(|irep| irep.pool.clone()).collect()),
            symbols: Shared::of(ireps.iter().map(|irep| symbols(irep)).collect()),
            children,
        }
    }

    fn write(&self, out: &mut Formatter<'_>) -> Result {
        let Self { prefix, place, .. } = self;
        let constant = if place.is_empty() { "const " } else { "" };
        let code: Vec<_> = self.code.items().iter().map(u8::to_string).collect();
        array(
            out,
            &format!("{place}{constant}mrb_code"),
            prefix,
            "code",
            &code,
        )?;
        let pools: Vec<_> = self.pools.items().iter().map(c_literal::element).collect();
        array(
            out,
            &format!("{place}{constant}mrb_irep_pool"),
            prefix,
            "pools",
            &pools,
        )?;
        let symbols = self.symbols.items().iter();
        let numbered = if self.unnumbered().next().is_none() {
            constant
        } else {
            ""
        };
        let symbols: Vec<_> = symbols
            .map(|name| macro_of(name).unwrap_or("0".into()))
            .collect();
        array(
            out,
            &format!("{place}{numbered}mrb_sym"),
            prefix,
            "symbols",
            &symbols,
        )?;
        array(
            out,
            &format!("{place}const mrb_irep *{constant}"),
            prefix,
            "children",
            &self.children,
        )
    }

    /// The symbols that get their numbers when the guest boots.
    fn unnumbered(&self) -> impl Iterator<Item = (usize, &Vec<u8>)> {
        let symbols = self.symbols.items().iter().enumerate();
        symbols.filter(|(_, name)| macro_of(name).is_none())
    }

    fn structure(&self, irep: &Irep, first_child: usize) -> String {
        let name = &self.prefix;
        let code = self.code.place(&code(irep));
        let pool = place(name, "pools", irep.pool.len(), self.pools.place(&irep.pool));
        let symbols = place(
            name,
            "symbols",
            irep.names.len(),
            self.symbols.place(&symbols(irep)),
        );
        let children = place(name, "children", irep.children.len(), first_child);
        format!(
            "\n{{.nlocals={},.nregs={},.clen={},.flags={},.iseq={name}_code+{code},.pool={pool},\
             .syms={symbols},.reps={children},.ilen={},.plen={},.slen={},.rlen={}}}",
            irep.locals,
            irep.registers,
            irep.handlers.len(),
            flags(irep),
            irep.code.len(),
            irep.pool.len(),
            irep.names.len(),
            irep.children.len()
        )
    }
}

impl<'a> CProgram<'a> {
    /// Of the first of the bodies, which has the others. The routines in `unread` are left out.
    pub fn new(name: &'a str, bodies: &'a [&'a Irep], unread: &'a [Group<'a>]) -> Self {
        let (mut ireps, mut children) = (vec![bodies[0]], [Vec::new(), Vec::new()]);
        let mut at = 0;
        while at < ireps.len() {
            let part = usize::from(!is_one_of(bodies, ireps[at]));
            for child in &ireps[at].children {
                children[part].push(if let Some((group, place)) = place_of(unread, child) {
                    format!("&{name}_unread_{group}[{place}]")
                } else {
                    ireps.push(child);
                    format!("&{name}_ireps[{}]", ireps.len() - 1)
                });
            }
            at += 1;
        }
        let (boot, rest): (Vec<_>, Vec<_>) = ireps.iter().partition(|irep| is_one_of(bodies, irep));
        let [of_bodies, others] = children;
        Self {
            name,
            ireps,
            parts: [
                Part::of(format!("{name}_boot"), "MRB_BOOT ", &boot, of_bodies),
                Part::of(name.to_owned(), "", &rest, others),
            ],
            bodies,
            unread,
        }
    }

    fn part_of(&self, irep: &Irep) -> usize {
        usize::from(!is_one_of(self.bodies, irep))
    }

    fn arrays(&self, out: &mut Formatter<'_>) -> Result {
        let Self { name, ireps, .. } = self;
        self.unread(out)?;
        writeln!(out, "static const mrb_irep {name}_ireps[{}];", ireps.len())?;
        for part in &self.parts {
            part.write(out)?;
        }
        let mut children = [0, 0];
        let structure = |irep: &&Irep| {
            let part = self.part_of(irep);
            let first = children[part];
            children[part] += irep.children.len();
            self.parts[part].structure(irep, first)
        };
        let structures: Vec<_> = ireps.iter().map(structure).collect();
        array(out, "const mrb_irep", name, "ireps", &structures)
    }

    /// Routines that say what group they are of, in the place of their names.
    fn unread(&self, out: &mut Formatter<'_>) -> Result {
        let name = self.name;
        for (number, group) in self.unread.iter().enumerate() {
            let (kind, count) = (format!("unread_{number}"), group.routines.len());
            writeln!(
                out,
                "static mrb_irep {name}_{kind}[{count}];\n\
                 static const struct mrb_unread {name}_group_{number} = {{ {}, {name}_{kind}, {count} }};\n\
                 MRB_UNREAD({name}_group_{number});",
                c_literal::text(group.name.as_bytes())
            )?;
            let routine = |irep: &&Irep| {
                format!(
                    "\n{{.nlocals={},.nregs={},.flags={}|MRB_IREP_UNREAD,.iseq=mrb_unread_code,\
                     .syms=(const mrb_sym *)&{name}_group_{number},.ilen=1}}",
                    irep.locals,
                    irep.registers,
                    flags(irep)
                )
            };
            let routines: Vec<_> = group.routines.iter().map(routine).collect();
            array(out, "mrb_irep", name, &kind, &routines)?;
        }
        Ok(())
    }
}

impl Display for CProgram<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        let name = self.name;
        out.write_str(HEADER)?;
        self.arrays(out)?;
        writeln!(
            out,
            "static const struct RProc {name}[] = {{{{\n\
             NULL,MRB_TT_PROC,MRB_GC_RED,MRB_OBJ_IS_FROZEN,0,{{{name}_ireps}},NULL,{{NULL}},\n}}}};\n\
             static void\n{name}_init_syms(mrb_state *mrb)\n{{"
        )?;
        for part in &self.parts {
            for (index, symbol) in part.unnumbered() {
                let (prefix, text) = (&part.prefix, c_literal::text(symbol));
                writeln!(
                    out,
                    "  {prefix}_symbols[{index}] = mrb_intern_lit(mrb, {text});"
                )?;
            }
        }
        writeln!(out, "}}")
    }
}

fn is_one_of(bodies: &[&Irep], irep: &Irep) -> bool {
    bodies.iter().any(|body| ptr::eq(*body, irep))
}

fn flags(irep: &Irep) -> &'static str {
    match irep.direct {
        true => "MRB_IREP_STATIC|MRB_IREP_DIRECT",
        false => "MRB_IREP_STATIC",
    }
}

/// The instructions, and the table of handlers behind them.
fn code(irep: &Irep) -> Vec<u8> {
    let mut code = irep.code.clone();
    for handler in &irep.handlers {
        code.push(handler.kind as u8);
        for place in [handler.begin, handler.end, handler.target] {
            code.extend(place.to_be_bytes());
        }
    }
    code
}

fn symbols(irep: &Irep) -> Vec<Vec<u8>> {
    irep.names.iter().map(<[u8]>::to_vec).collect()
}

fn place(name: &str, array: &str, count: usize, at: usize) -> String {
    match count {
        0 => "NULL".into(),
        _ => format!("{name}_{array}+{at}"),
    }
}

/// Nothing of an empty one, which no routine refers to.
fn array(out: &mut Formatter<'_>, of: &str, name: &str, kind: &str, items: &[String]) -> Result {
    if items.is_empty() {
        return Ok(());
    }
    writeln!(out, "static {of} {name}_{kind}[{}] = {{", items.len())?;
    for row in items.chunks(20) {
        writeln!(out, "{},", row.join(","))?;
    }
    writeln!(out, "}};")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::methods::Definitions;
    use crate::sources::compiled;

    fn written(source: &str) -> String {
        let irep = compiled(source, false);
        let bodies = Definitions::of(&irep).bodies;
        CProgram::new("test", &bodies, &[]).to_string()
    }

    #[test]
    fn equal_routines_share_code_and_symbols() {
        let once = written("def a = foo(1)");
        let twice = written("def a = foo(1)\ndef b = foo(1)");
        assert!(once.contains("MRB_SYM(foo)") && once.contains("test_ireps[2]"));
        assert!(twice.contains("test_ireps[3]"));
        assert_eq!(twice.matches("MRB_SYM(foo)").count(), 1);
    }

    #[test]
    fn bodies_of_classes_share_nothing_with_methods() {
        let text = written("foo(1)\ndef a = foo(1)");
        assert!(
            text.contains("static MRB_BOOT mrb_code test_boot_code["),
            "{text}"
        );
        assert!(text.contains("static const mrb_code test_code["), "{text}");
        assert_eq!(text.matches("MRB_SYM(foo)").count(), 2, "{text}");
    }

    #[test]
    fn a_symbol_without_a_macro_is_made_at_boot() {
        let text = written(":\"a b\"");
        assert!(text.contains("static MRB_BOOT mrb_sym"), "{text}");
        assert!(text.contains("] = mrb_intern_lit(mrb, \"a b\");"), "{text}");
    }
}
