# Sets in the order of insertion: the keys of a Hash.
class Set
  include Enumerable

  def self.[](*members) = new(members)

  def initialize(members = nil, &block)
    @hash = {}
    return if members.nil?

    block ? __each(members) { |member| add(block.call(member)) } : merge(members)
  end

  def initialize_copy(other)
    @hash = other.__hash.dup
    self
  end

  def __hash = @hash

  def freeze
    @hash.freeze
    super
  end

  def size = @hash.size
  alias length size
  def empty? = @hash.empty?
  def to_a = @hash.keys
  def include?(member) = @hash.key?(member)
  alias member? include?
  alias === include?

  def each(&block)
    return to_enum(:each) { size } unless block

    @hash.keys.each(&block)
    self
  end

  def add(member)
    @hash[member] = true
    self
  end
  alias << add

  def add?(member) = include?(member) ? nil : add(member)

  def delete(member)
    @hash.delete(member)
    self
  end

  def delete?(member) = include?(member) ? delete(member) : nil

  def clear
    @hash.clear
    self
  end

  def replace(members)
    @hash.replace(Set.new(members).__hash)
    self
  end

  def reset
    @hash.rehash
    self
  end

  def merge(members)
    members.is_a?(Set) ? @hash.merge!(members.__hash) : __each(members) { |member| add(member) }
    self
  end

  def subtract(members)
    __each(members) { |member| @hash.delete(member) }
    self
  end

  def |(other) = dup.merge(other)
  alias + |
  alias union |
  def -(other) = dup.subtract(other)
  alias difference -

  def &(other)
    common = self.class.new
    __each(other) { |member| common.add(member) if include?(member) }
    common
  end
  alias intersection &

  def ^(other)
    rest = Set.new(other)
    each { |member| rest.add(member) unless rest.delete?(member) }
    rest
  end

  def ==(other) = other.is_a?(Set) && size == other.size && other.all? { |member| include?(member) }
  def eql?(other) = other.is_a?(Set) && @hash.eql?(other.__hash)
  def hash = @hash.hash

  def superset?(other)
    raise ArgumentError, "value must be a set" unless other.is_a?(Set)

    size >= other.size && other.all? { |member| include?(member) }
  end
  alias >= superset?

  def subset?(other)
    raise ArgumentError, "value must be a set" unless other.is_a?(Set)

    other.superset?(self)
  end
  alias <= subset?
  def proper_superset?(other) = superset?(other) && size > other.size
  alias > proper_superset?
  def proper_subset?(other) = subset?(other) && size < other.size
  alias < proper_subset?

  def <=>(other)
    return unless other.is_a?(Set)
    return 0 if self == other

    return 1 if superset?(other)

    subset?(other) ? -1 : nil
  end

  def intersect?(other)
    raise ArgumentError, "value must be enumerable" unless other.is_a?(Enumerable)

    other.any? { |member| include?(member) }
  end

  def disjoint?(other) = !intersect?(other)

  # The methods that change the set by a block.
  %i[delete_if keep_if collect! reject! select!].each do |name|
    define_method(name) do |&block|
      next to_enum(name) { size } unless block

      before = size
      case name
      when :collect! then replace(map(&block))
      when :delete_if, :reject! then subtract(select(&block))
      else subtract(reject(&block))
      end
      size == before && (name == :select! || name == :reject!) ? nil : self
    end
  end
  alias map! collect!
  alias filter! select!

  def classify
    return to_enum(:classify) { size } unless block_given?

    each_with_object({}) { |member, classes| (classes[yield(member)] ||= self.class.new).add(member) }
  end

  def divide(&block)
    return to_enum(:divide) { size } unless block
    raise NotImplementedError, "Set#divide with a block of two parameters" if block.arity == 2

    Set.new(classify(&block).values)
  end

  def to_set = self
  def join(separator = nil) = to_a.join(separator)

  def flatten
    each_with_object(self.class.new) do |member, flat|
      member.is_a?(Set) ? flat.merge(member.flatten) : flat.add(member)
    end
  end

  def flatten! = any? { |member| member.is_a?(Set) } ? replace(flatten) : nil

  def inspect
    before, after = instance_of?(Set) ? %w([ ]) : [": {", "}>"]
    before = "#{"#<" unless instance_of?(Set)}#{self.class}#{before}"
    __method_recursive?(:inspect) ? "#{before}...#{after}" : "#{before}#{to_a.inspect[1..-2]}#{after}"
  end
  alias to_s inspect

  def pretty_print(printer)
    return printer.group(1, "Set[", "]") { printer.seplist(self) { |member| printer.pp member } } if instance_of?(Set)

    printer.group(1, "#<#{self.class.name}:", ">") do
      printer.breakable
      printer.group(1, "{", "}") { printer.seplist(self) { |member| printer.pp member } }
    end
  end

  def pretty_print_cycle(printer)
    printer.text(instance_of?(Set) ? "Set[...]" : "#<#{self.class.name}: {...}>")
  end

  private

  def __each(members, &block)
    raise ArgumentError, "value must be enumerable" unless members.respond_to?(:each)

    members.each { |*values| block.call(values.__svalue) }
  end
end
