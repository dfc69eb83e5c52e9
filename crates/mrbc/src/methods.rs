//! Which routines of a program are the bodies of classes and modules, and which those of methods that are defined there.

use kobako_compiler::{Irep, Op};

/// What a program defines when it runs.
#[derive(Default)]
pub struct Definitions<'a> {
    /// The program, and those of classes and modules.
    pub bodies: Vec<&'a Irep>,
    pub methods: Vec<Method<'a>>,
}

/// A definition in the body of a class.
pub struct Method<'a> {
    /// With `self.` before that of a method of the class itself.
    pub name: String,
    pub routine: &'a Irep,
}

impl<'a> Definitions<'a> {
    /// Those of a program, from the first.
    pub fn of(program: &'a Irep) -> Self {
        let mut definitions = Self::default();
        definitions.add(program);
        definitions
    }

    fn add(&mut self, body: &'a Irep) {
        self.bodies.push(body);
        each_instruction(&body.code, |op, [_, second, third]| {
            let before = match op {
                Op::EXEC => return self.add(&body.children[second]),
                Op::TDEF => "",
                Op::SDEF => "self.",
                _ => return,
            };
            let name = String::from_utf8_lossy(body.names.get(second));
            self.methods.push(Method {
                name: format!("{before}{name}"),
                routine: &body.children[third],
            });
        });
    }
}

/// Operands that an instruction has not are 0.
fn each_instruction(code: &[u8], mut visit: impl FnMut(Op, [usize; 3])) {
    let mut at = 0;
    while let Some((mut op, mut operands)) = Op::of(code[at]) {
        at += 1;
        let wide = match op {
            Op::EXT1 => [true, false],
            Op::EXT2 => [false, true],
            Op::EXT3 => [true, true],
            _ => [false, false],
        };
        if wide != [false, false] {
            (op, operands) = Op::of(code[at]).expect("an instruction behind its prefix");
            at += 1;
        }
        let far = wide == [true, false] && matches!(op, Op::JMP | Op::JMPUW);
        let mut given = [0; 3];
        for (index, operand) in given.iter_mut().enumerate() {
            let width = match usize::from(operands.0[index]) {
                2 if far => 4,
                1 if wide.get(index) == Some(&true) => 2,
                width => width,
            };
            for &byte in &code[at..at + width] {
                *operand = *operand << 8 | usize::from(byte);
            }
            at += width;
        }
        visit(op, given);
        if at == code.len() {
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sources::compiled;

    fn names(source: &str) -> Vec<String> {
        let irep = compiled(source, true);
        let methods = Definitions::of(&irep).methods;
        methods.into_iter().map(|method| method.name).collect()
    }

    #[test]
    fn those_in_the_bodies_of_classes_are_found() {
        let source = "module A\n def a = 1\n class B\n  def self.b(x) = [x].map { |y| def z = y }\n  class << self\n   \
                      def c = 2\n  end\n end\nend\ndef d = 3\n";
        assert_eq!(names(source), ["a", "self.b", "c", "d"]);
    }

    #[test]
    fn those_behind_wide_operands_are_found() {
        let many: String = (0..300)
            .map(|index| format!("def m{index} = n{index}\n"))
            .collect();
        // For the children after these there is another instruction.
        assert_eq!(names(&many).len(), 256);
        assert_eq!(names(&many)[255], "m255");
        let many: String = (0..300).map(|index| format!(":s{index}\n")).collect();
        assert_eq!(
            names(&format!("x = [{}]\ndef a = 1\n", many.replace('\n', ","))),
            ["a"]
        );
    }
    #[test]
    fn those_behind_far_jumps_are_found() {
        let long = "foo(1, 2, 3)\n".repeat(5000);
        assert_eq!(names(&format!("while bar\n{long}end\ndef a = 1\n")), ["a"]);
    }
}
