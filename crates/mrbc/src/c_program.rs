//! A program as static structures of C. What equal routines have in common is there once.

use std::fmt::{Display, Formatter, Result};

use kobako_compiler::{Irep, Literal};

use crate::c_literal;
use crate::c_symbol::macro_of;
use crate::shared::Shared;

const HEADER: &str = "#include <mruby.h>\n#include <mruby/irep.h>\n#include <mruby/proc.h>\n\n";

pub struct CProgram<'a> {
    name: &'a str,
    /// Children stand in a row.
    ireps: Vec<&'a Irep>,
    code: Shared<u8>,
    pools: Shared<Literal>,
    symbols: Shared<Vec<u8>>,
}

impl<'a> CProgram<'a> {
    pub fn new(name: &'a str, program: &'a Irep) -> Self {
        let mut ireps = vec![program];
        let mut at = 0;
        while at < ireps.len() {
            ireps.extend(&ireps[at].children);
            at += 1;
        }
        Self {
            name,
            code: Shared::of(ireps.iter().map(|irep| code(irep)).collect()),
            pools: Shared::of(ireps.iter().map(|irep| irep.pool.clone()).collect()),
            symbols: Shared::of(ireps.iter().map(|irep| symbols(irep)).collect()),
            ireps,
        }
    }

    fn arrays(&self, out: &mut Formatter<'_>) -> Result {
        let Self { name, ireps, .. } = self;
        let code: Vec<_> = self.code.items().iter().map(u8::to_string).collect();
        array(out, "const mrb_code", name, "code", &code)?;
        let pools: Vec<_> = self.pools.items().iter().map(c_literal::element).collect();
        array(out, "const mrb_irep_pool", name, "pools", &pools)?;
        let symbols = self.symbols.items().iter();
        let constant = if self.unnumbered().next().is_none() {
            "const "
        } else {
            ""
        };
        let symbols: Vec<_> = symbols
            .map(|name| macro_of(name).unwrap_or("0".into()))
            .collect();
        array(
            out,
            &format!("{constant}mrb_sym"),
            name,
            "symbols",
            &symbols,
        )?;
        let children: Vec<_> = (1..ireps.len())
            .map(|index| format!("&{name}_ireps[{index}]"))
            .collect();
        writeln!(out, "static const mrb_irep {name}_ireps[{}];", ireps.len())?;
        array(out, "const mrb_irep *const", name, "children", &children)?;
        array(out, "const mrb_irep", name, "ireps", &self.structures())
    }

    /// The symbols that get their numbers when the guest boots.
    fn unnumbered(&self) -> impl Iterator<Item = (usize, &Vec<u8>)> {
        let symbols = self.symbols.items().iter().enumerate();
        symbols.filter(|(_, name)| macro_of(name).is_none())
    }

    fn structures(&self) -> Vec<String> {
        let name = self.name;
        let mut child = 0;
        let structure = |irep: &&Irep| {
            let first = child;
            child += irep.children.len();
            let code = self.code.place(&code(irep));
            let pool = place(name, "pools", irep.pool.len(), self.pools.place(&irep.pool));
            let symbols = place(
                name,
                "symbols",
                irep.names.len(),
                self.symbols.place(&symbols(irep)),
            );
            let children = place(name, "children", irep.children.len(), first);
            format!(
                "\n{{.nlocals={},.nregs={},.clen={},.flags={},.iseq={name}_code+{code},.pool={pool},\
                 .syms={symbols},.reps={children},.ilen={},.plen={},.slen={},.rlen={}}}",
                irep.locals,
                irep.registers,
                irep.handlers.len(),
                if irep.direct {
                    "MRB_IREP_STATIC|MRB_IREP_DIRECT"
                } else {
                    "MRB_IREP_STATIC"
                },
                irep.code.len(),
                irep.pool.len(),
                irep.names.len(),
                irep.children.len()
            )
        };
        self.ireps.iter().map(structure).collect()
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
        for (index, symbol) in self.unnumbered() {
            let text = c_literal::text(symbol);
            writeln!(
                out,
                "  {name}_symbols[{index}] = mrb_intern_lit(mrb, {text});"
            )?;
        }
        writeln!(out, "}}")
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
    use kobako_compiler::{Program, Verbosity, compile};

    fn written(source: &str) -> String {
        let program = Program {
            source: source.as_bytes(),
            file: "test.rb",
            line: 1,
            outer: &[],
            check_regexp: None,
            verbosity: Verbosity::Silent,
            core: false,
        };
        CProgram::new("test", &compile(&program).unwrap().irep).to_string()
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
    fn a_symbol_without_a_macro_is_made_at_boot() {
        let text = written(":\"a b\"");
        assert!(text.contains("static mrb_sym"), "{text}");
        assert!(text.contains("] = mrb_intern_lit(mrb, \"a b\");"), "{text}");
    }
}
