# frozen_string_literal: true

# Describe blocks.
class SpecGroup
  attr_reader :name, :parent, :examples, :children, :befores, :afters, :shared

  def initialize(name, options, parent)
    @name = name.to_s
    @shared = options.is_a?(Hash) && options[:shared]
    @parent = @shared ? nil : parent
    @examples = []
    @children = []
    @befores = { all: [], each: [] }
    @afters = { all: [], each: [] }
  end

  def fill(block)
    before = Spec.current
    Spec.current = self
    begin
      block&.call # not instance_exec, so that examples are one level deep
    rescue Exception => e
      Spec.record("L", full_name, "#{e.class}: #{Spec.flat(e.message, 300)}")
    end
    Spec.current = before
  end

  def chain
    @parent ? @parent.chain + [self] : [self]
  end

  def full_name
    chain.map { |g| g.name }.join(" ")
  end

  def before_blocks(at)
    chain.map { |g| g.befores[at] }.flatten
  end

  def after_blocks(at)
    chain.reverse.map { |g| g.afters[at] }.flatten
  end

  # The examples of a shared group, as if they were written here.
  def take(shared)
    %i[all each].each do |at|
      @befores[at] += shared.befores[at]
      @afters[at] = shared.afters[at] + @afters[at]
    end
    @examples += shared.examples
    shared.children.each { |child| child.copy_into(self) }
  end

  def copy_into(parent)
    copy = SpecGroup.new(@name, nil, parent)
    copy.take(self)
    parent.children << copy
  end

  def run
    unless @examples.empty?
      broken = nil
      begin
        before_blocks(:all).each { |b| SpecEnv.instance_exec(&b) }
      rescue Exception => e
        broken = e
      end
      @examples.each { |desc, block| run_example(desc, block, broken) }
      begin
        after_blocks(:all).each { |b| SpecEnv.instance_exec(&b) }
      rescue Exception
        nil
      end
      SpecMock.reset
    end
    @children.each { |child| child.run }
  end

  def run_example(desc, block, broken)
    return unless block

    index = Spec.next_index
    name = Spec.flat("#{full_name} #{desc}", 400)
    return if $spec_skip[index]

    Spec.record("S", index, name)
    Spec.expectations = 0
    kind = "P"
    message = ""
    begin
      raise broken if broken

      before_blocks(:each).each { |b| SpecEnv.instance_exec(&b) }
      SpecEnv.instance_exec(&block)
    rescue SpecSkipped => e
      kind = "K"
      message = e.message
    rescue SpecExpectationNotMetError => e
      kind = "F"
      message = e.message
    rescue Exception => e
      kind = "E"
      message = describe_error(e)
    end
    begin
      after_blocks(:each).each { |b| SpecEnv.instance_exec(&b) }
      SpecMock.verify if kind == "P"
    rescue SpecExpectationNotMetError => e
      if kind == "P"
        kind = "F"
        message = e.message
      end
    rescue Exception => e
      if kind == "P"
        kind = "E"
        message = describe_error(e)
      end
    end
    begin
      SpecMock.reset
    rescue Exception
      nil
    end
    kind = "N" if kind == "P" && Spec.expectations == 0
    $stdout = $spec_out
    Spec.record("R", index, kind, name, Spec.flat(message, 500))
  end

  def describe_error(error)
    where = (error.backtrace || [])[0, 1].join rescue ""
    "#{error.class}: #{Spec.flat(error.message, 350)} @ #{where}"
  rescue Exception
    "#{error.class}"
  end
end
