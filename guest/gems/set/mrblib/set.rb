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

  def compare_by_identity
    return self if compare_by_identity?

    __check_frozen
    @hash.compare_by_identity
    self
  end

  def compare_by_identity? = @hash.compare_by_identity?

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
    __check_frozen
    @hash[member] = true
    self
  end
  alias << add

  def add?(member) = include?(member) ? nil : add(member)

  def delete(member)
    __check_frozen
    @hash.delete(member)
    self
  end

  def delete?(member) = include?(member) ? delete(member) : nil

  def clear
    __check_frozen
    @hash.clear
    self
  end

  def replace(members)
    __check_frozen
    @hash.replace(members.is_a?(Set) ? members.__hash : Set.new(members).__hash)
    self
  end

  def reset
    __check_frozen
    @hash.rehash
    self
  end

  def merge(*enums, **nothing)
    raise ArgumentError, "unknown keywords: #{nothing.keys.map(&:inspect).join(", ")}" unless nothing.empty?

    __check_frozen
    enums.each do |members|
      members.is_a?(Set) ? @hash.merge!(members.__hash) : __each(members) { |member| @hash[member] = true }
    end
    self
  end

  def subtract(members)
    __check_frozen
    __each(members) { |member| @hash.delete(member) }
    self
  end

  def first(*count) = count.empty? ? @hash.first&.first : @hash.keys.first(*count)

  def |(other) = dup.merge(other)
  alias + |
  alias union |
  def -(other) = dup.subtract(other)
  alias difference -

  def &(other)
    common = __like
    __each(other) { |member| common.add(member) if include?(member) }
    common
  end
  alias intersection &

  def ^(other)
    rest = self.class.new(other)
    each { |member| rest.add(member) unless rest.delete?(member) }
    rest
  end

  def ==(other)
    return true if equal?(other)

    other.is_a?(Set) && size == other.size && compare_by_identity? == other.compare_by_identity? && __all?(other)
  end

  def eql?(other) = other.is_a?(Set) && @hash.eql?(other.__hash)
  def hash = @hash.hash

  def superset?(other)
    raise ArgumentError, "value must be a set" unless other.is_a?(Set)

    size >= other.size && __all?(other)
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
    return @hash.each_key.any? { |member| other.include?(member) } if other.is_a?(Set) && other.size > size

    other.any? { |member| include?(member) }
  end

  def disjoint?(other) = !intersect?(other)

  # The methods that change the set by a block.
  %i[delete_if keep_if collect! reject! select!].each do |name|
    define_method(name) do |&block|
      next to_enum(name) { size } unless block

      __check_frozen
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
    return Set.new(classify(&block).values) unless block.arity == 2

    near = to_h { |one| [one, to_a.select { |other| block.call(one, other) }] }
    components = __components(near)
    Set.new(components.map { |members| self.class.new(members) })
  end

  def to_set = self
  def join(separator = nil) = to_a.join(separator)

  def flatten = self.class.new.flatten_merge(self)
  def flatten! = any? { |member| member.is_a?(Set) } ? replace(flatten) : nil

  # As Set[…]; a class of a script's own, as before Ruby 4.0.
  def inspect
    own = !instance_of?(Set)
    return own ? "#<#{self.class}: {...}>" : "Set[...]" if __method_recursive?(:inspect)

    members = to_a.inspect[1..-2]
    own ? "#<#{self.class}: {#{members}}>" : "Set[#{members}]"
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

  protected

  def flatten_merge(set, outer = {})
    set.each do |member|
      next add(member) unless member.is_a?(Set)
      raise ArgumentError, "tried to flatten recursive Set" if outer[member.__id__]

      outer[member.__id__] = true
      flatten_merge(member, outer)
      outer.delete(member.__id__)
    end
    self
  end

  private

  # Whether it has all members of a Set, or of what says that it is one.
  def __all?(other) = Set === other ? @hash.__keys?(other.__hash) : other.all? { |member| include?(member) }

  def __like = compare_by_identity? ? self.class.new.compare_by_identity : self.class.new

  # The strongly connected components of a graph (Tarjan), where `near` has what each member leads to.
  def __components(near)
    order = {}
    lowest = {}
    stack = []
    found = []
    visit = lambda do |member|
      order[member] = lowest[member] = order.size
      stack << member
      near[member].each do |other|
        if !order.key?(other)
          visit.call(other)
          lowest[member] = [lowest[member], lowest[other]].min
        elsif stack.include?(other)
          lowest[member] = [lowest[member], order[other]].min
        end
      end
      next if lowest[member] != order[member]

      found << stack.slice!(stack.index(member)..)
    end
    each { |member| visit.call(member) unless order.key?(member) }
    found
  end

  # The members of an Array are taken without its `each`, as CRuby does.
  def __each(members, &block)
    if members.is_a?(Array)
      for member in members
        yield member
      end
      return
    end
    raise ArgumentError, "value must be enumerable" unless members.respond_to?(:each)

    members.each { |*values| block.call(values.__svalue) }
  end
end
