# Whose block block_given? tells of, and yield takes.

class Form
  define_method(:field) { block_given? }
  define_method(:named) { |&block| [block.nil?, block_given?] }

  def within = instance_exec { block_given? }
  def each_of = [1].map { block_given? }
  def stored = -> { block_given? }

  def made
    [1].each { return Class.new { define_method(:q) { block_given? } }.new.q }
  end

  def define = Form.define_method(:later) { block_given? ? yield : :none }
  def text = eval("block_given?")
end

form = Form.new
p form.field {}, form.field
p form.named {}, form.named
p form.within {}, form.within
p form.each_of {}, form.each_of
p form.stored {}.call, form.stored.call {}
p form.made {}, form.made
p form.text {}, form.text

form.define { :of_define }
p form.later, form.later { :own }
form.define
p form.later { :own }

other = Object.new
other.define_singleton_method(:w) { block_given? }
p other.w {}, other.w
def other.each = block_given? ? :yes : :no
p other.each {}, other.each
p block_given?, [1].map { block_given? }, eval("block_given?")
