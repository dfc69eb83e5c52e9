# Extending objects without refinements: modules, singleton methods, wrappers, delegation.
module Titled
  def title = split.map(&:capitalize).join(" ")
end
text = "hello big world".extend(Titled)
puts text.title, text.singleton_class.include?(Titled), "plain".respond_to?(:title)

module Loud
  def speak = super.upcase
end
class Animal
  def speak = "hi"
end
quiet = Animal.new
loud = Animal.new.extend(Loud)
puts quiet.speak, loud.speak, loud.singleton_methods.inspect, loud.is_a?(Loud)

class Wrapper
  def initialize(inner, prefix:) = (@inner, @prefix = inner, prefix)
  def speak = "#{@prefix} #{@inner.speak}"
end
puts Wrapper.new(Wrapper.new(quiet, prefix: "b"), prefix: "a").speak

module Forward
  def delegate(*names, to:)
    names.each do |name|
      define_method(name) { |*args, **opts, &block| instance_variable_get(to).public_send(name, *args, **opts, &block) }
    end
  end
end
class Playlist
  extend Forward
  include Enumerable
  delegate :size, :<<, :first, :each, :[], to: :@songs
  def initialize(*songs) = @songs = songs
end
list = Playlist.new("x", "yy")
list << "zzz"
puts list.size, list.first, list.map(&:size).inspect, list[1], list.sort_by { |s| -s.size }.first, list.include?("yy"), list.first(2).inspect
