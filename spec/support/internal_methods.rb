# frozen_string_literal: true

require "ripper"

# The methods of the guest's gems whose names begin with two underscores, by owner and name, with the files that define
# them. Of two in one class the gem that is loaded last has its way, whatever the other gem meant by the name.
class InternalMethods
  OWNERS = { "kernel" => "Kernel", "mrb->kernel_module" => "Kernel", "mrb->string_class" => "String" }.freeze
  SUFFIXES = { "_Q" => "?", "_B" => "!", "_E" => "=" }.freeze
  DEFINED_IN_C = /mrb_define_(?:private_)?method_id\(mrb, ([\w>-]+), MRB_SYM(_[QBE])?\((__\w+)\)/

  def initialize(root)
    @found = Hash.new { |found, key| found[key] = [] }
    Dir["#{root}/*/mrblib/*.rb"].each { |file| read(Ripper.sexp(File.read(file)), [], File.basename(file)) }
    Dir["#{root}/*/src/*.c"].each do |file|
      File.read(file).scan(DEFINED_IN_C) do |owner, suffix, name|
        note([OWNERS.fetch(owner, owner)], "#{name}#{SUFFIXES[suffix]}", File.basename(file))
      end
    end
  end

  # @return [Hash{String => Array<String>}] those that several definitions share
  def twice = @found.select { |_, files| files.size > 1 }

  private

  def read(node, owner, file)
    return unless node.is_a?(Array)

    kind, name, *rest = node
    case kind
    when :class, :module then read(rest.last, owner + [constant(name)], file)
    when :sclass then read(rest.last, owner + ["<< #{constant(name)}"], file)
    when :def then note(owner, name[1], file)
    when :defs then note(owner + ["<< self"], rest[1][1], file)
    else node.each { |child| read(child, owner, file) }
    end
  end

  def note(owner, name, file)
    @found["#{owner.join("::")}##{name}"] << file if name.start_with?("__")
  end

  def constant(node) = node.flatten.grep(String).join("::")
end
