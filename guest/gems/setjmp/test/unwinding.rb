# What unwinds C frames: exceptions, break and throw through blocks that C called.
def each_pair_in_c(&block) = { a: 1, b: 2 }.each(&block)
same (each_pair_in_c { |key, _| break key }), :a
same catch(:done) { [3, 2, 1].sort { throw :done, 9 } }, 9
same ([2, 1].sort { raise "in C" } rescue $!.message), "in C"
same [1].each { |n| [n].map { next } }, [1]
deep = ->(n) { n == 0 ? raise("deep") : [n].map { deep.call(n - 1) } }
same (deep.call(20) rescue $!.message), "deep"
same (begin; [1].map { raise "a" }; rescue RuntimeError; "rescued"; ensure; $ensured = true; end), "rescued"
same $ensured, true
