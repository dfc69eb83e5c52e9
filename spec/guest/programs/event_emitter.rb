# Observers, once-listeners, wildcards and errors inside handlers.
module Emitter
  def on(name, callable = nil, &block)
    handlers[name] << (callable || block)
    -> { handlers[name].delete(callable || block) }
  end

  def once(name, &block)
    off = on(name) do |*args, **opts|
      off.call
      block.call(*args, **opts)
    end
  end

  def emit(name, *args, **opts)
    (handlers[name] + handlers[:*]).map do |handler|
      handler.call(*args, **opts)
    rescue StandardError => e
      raise if name == :error

      emit(:error, e)
    end.size
  end

  private

  def handlers = @handlers ||= Hash.new { |h, k| h[k] = [] }
end

class Button
  include Emitter
  def click(x, y:) = emit(:click, x, y: y)
end
class Log
  def call(*args, **opts) = puts("log #{args.size} #{opts.keys}")
  def to_proc = method(:call).to_proc
end

b = Button.new
b.once(:click) { |x, y:| puts "once #{x},#{y}" }
off = b.on(:click) { |x, **| puts "always #{x}" }
b.on(:click, Log.new)
puts b.click(1, y: 2), b.click(3, y: 4)
off.()
puts b.click(5, y: 6)
b.on(:error) { |e| puts "error #{e.class}: #{e.message}" }
b.on(:boom) { raise ArgumentError, "no good" }
b.on(:*) { |*a| puts "star #{a.inspect}" if a.first.is_a?(Integer) }
puts b.emit(:boom), b.emit(:nothing, 7)
puts b.respond_to?(:handlers), Button.include?(Emitter), b.public_methods(false).sort.inspect
squares = %w[1 2].map(&:to_i).each_with_object([]) { |n, out| out << n * n }
puts squares.inspect
