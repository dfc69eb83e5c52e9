# Steps of floats, searches among floats and comparisons with NaN.
p (1.0..2.0).step(0.1).to_a, 1.0.step(2.0, 0.1).to_a, (0.1..1.2).step(0.1).to_a.size, (1.0...2.0).step(0.5).to_a, (1..2).step(0.5).to_a
p 1.0.step(by: 0.5, to: 2.0).to_a, 1.step(10, 3).to_a, 10.step(1, -3).to_a, 1.step(by: 2, to: 5).to_a, 1.step.first(2), 5.0.step(1.0, -1.5).to_a
p 1.0.step(Float::INFINITY, 2).first(3), (1.0..).step(2).first(2), 1.0.step(2.0, Float::INFINITY).to_a, (1..).step(5).first(2), (10..0).step(-3).to_a
[-> { (0..10).step(-1) {} }, -> { 1.step(2, 0) {} }].each { |steps| steps.call rescue puts $!.message }
p (-Float::INFINITY..0).bsearch { |x| x != -Float::INFINITY }, (0.0..10.0).bsearch { |x| x >= 2.5 }, (0..10).bsearch { |x| x >= 4 }, (0...4).bsearch { |x| x >= 4 }
p 1.0.next_float, 0.0.next_float, 0.0.prev_float, -1.0.next_float, 1.0.prev_float
p 1.0 <=> Float::NAN, 1.0.send(:>=, Float::NAN), 1.send(:<, Float::NAN), 1.0.send(:<=, Float::NAN), ([3, Float::NAN, 1].sort rescue $!.class)
