# ruby2_keywords: keywords that a method takes by its rest are keywords again where a splat hands them on.

class Log
  ruby2_keywords def call(*arguments, &block) = write(*arguments, &block)
  def plain(*arguments) = write(*arguments)
  def write(*texts, at: 0, **rest) = [texts, at, rest, block_given?]
end
log = Log.new
p log.call("x", at: 1), log.call("x", at: 1, more: 2) {}, log.call("x", { at: 1 }), log.call, log.call(at: 3)
p log.plain("x", at: 1), log.call(*%w[a b], **{ at: 2 })
p log.call(*Array.new(20) { |i| i }, at: 4)

class Delegate < BasicObject
  def initialize(target) = @target = target
  def method_missing(name, *arguments, &block) = @target.__send__(name, *arguments, &block)
  ruby2_keywords(:method_missing) if respond_to?(:ruby2_keywords, true)
end
p Delegate.new(log).write("d", at: 5), Delegate.new(log).write("d", { at: 5 }), Delegate.new(Delegate.new(log)).write(at: 6)

class Sub < Log
  ruby2_keywords def write(*arguments) = super(*arguments)
end
p Sub.new.write("s", at: 7)

ruby2_keywords def top(*arguments) = arguments.last
h = top(a: 1)
p h, Hash.ruby2_keywords_hash?(h), Hash.ruby2_keywords_hash?({ a: 1 }), Hash.ruby2_keywords_hash?(top({ a: 1 }))
marked = Hash.ruby2_keywords_hash({ at: 8 })
p log.write(*["m", marked]), log.write("m", marked), Hash.ruby2_keywords_hash?(marked)

def keywords(**all) = all
def last(*all) = all
handed = proc { |*all| keywords(*all) }
p handed.ruby2_keywords.call(a: 1), last(*[1, top(b: 2)]), keywords(**top(c: 3))
kept = [top(d: 4)]
p keywords(*kept), kept, kept.last.frozen?, keywords(*kept).equal?(kept.last)

class Memo
  ruby2_keywords def initialize(*arguments)
    @arguments = arguments
  end
  def run(receiver) = receiver.write(*@arguments)
end
memo = Memo.new("memo", at: 9)
p memo.run(log), memo.run(log)
p log.method(:call).unbind.bind(log).call("bound", at: 1), [log].map { |l| l.call("block", at: 2) }
define_singleton_method(:handing, &proc { |*all| keywords(*all) }.ruby2_keywords)
p handing(e: 5)
