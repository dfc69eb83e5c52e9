numbers = [0, 1, -1, 7, -7, 2**62, -2**63, 2**70, -(2**70), 0.0, -0.0, 0.1, -0.3, 2.5, 5.5, -5.5, 6.0, -6.0,
           Float::INFINITY, -Float::INFINITY, Float::NAN]
shown = ->(value) { value.is_a?(Array) ? value.map(&shown) : value.inspect }
%i[% modulo div divmod remainder /].each do |operation|
  puts operation
  numbers.each do |left|
    results = numbers.map do |right|
      next "-" if operation == :remainder && right.is_a?(Float) && right.infinite?

      shown.call(left.public_send(operation, right))
    rescue ZeroDivisionError, FloatDomainError => e
      e.class
    end
    puts "#{left}: #{results.join(" ")}"
  end
end
p 1e300.div(3), 1e300.div(0.5), -1e300.div(7.3)
puts "zeros"
p 0 % 2.5, 0 % -2.5, -0.0 % 5, -0.0 % -5.0, 0.0 % -5.0, -6.0 % 3, 6.0 % -3, -6 % 3.0, -0.0.divmod(5), -0.0.remainder(3)
p [0.0, -0.0].map { |zero| [5, 5.0, 2**70, Float::INFINITY, -Float::INFINITY].map { |other| zero % other } }
puts "the lowest integer"
low = -2**63
p low.divmod(-1).map(&:to_s), low.div(-1).to_s, low % -1, low.remainder(-1), (low / -1).to_s
puts "no numbers"
[nil, "7", :a, [], Object].each do |other|
  p((7.div(other) rescue $!.class), (7.5.div(other) rescue $!.class), ((2**70).div(other) rescue $!.class))
end
