# frozen_string_literal: true

require_relative "../../rakelib/support/guest_digest"

# What a core module imports and exports, read from its sections.
class WasmInterface
  TYPES = { 0x7f => :i32, 0x7e => :i64, 0x7d => :f32, 0x7c => :f64 }.freeze
  KINDS = %i[func table memory global tag].freeze

  # @param sections [Array<(Integer, String)>] as GuestDigest.sections gives them
  def initialize(sections)
    @sections = sections.to_h
  end

  # { module => { name => { params => results } } }, functions only.
  def imports
    imported.each_with_object(Hash.new { |hash, key| hash[key] = {} }) do |(from, name, type), found|
      found[from][name] = types.fetch(type)
    end
  end

  # { name => { params => results } or the kind of another export }
  def exports
    read(7).list { |section| [section.name, KINDS.fetch(section.byte), section.number] }.to_h do |name, kind, index|
      [name, kind == :func ? types.fetch(functions.fetch(index)) : kind]
    end
  end

  # The types of the globals that can change.
  def variables
    globals = read(6).list { |section| [section.type, section.byte, section.constant] }
    globals.filter_map { |type, mutable,| type if mutable == 1 }
  end

  # The least and the greatest size of each table; nil for no end.
  def tables
    read(4).list do |section|
      section.byte
      bounded = section.byte == 1
      [section.number, (section.number if bounded)]
    end
  end

  def start?
    @sections.key?(8)
  end

  private

  def types
    @types ||= read(1).list do |section|
      raise "a type that is not of a function" unless section.byte == 0x60

      { section.list { section.type } => section.list { section.type } }
    end
  end

  def imported
    @imported ||= read(2).list do |section|
      from = section.name
      name = section.name
      raise "#{from}.#{name} is not a function" unless section.byte.zero?

      [from, name, section.number]
    end
  end

  # Type index of each function, imported ones first.
  def functions
    @functions ||= imported.map(&:last) + read(3).list(&:number)
  end

  def read(section)
    Cursor.new(@sections.fetch(section))
  end

  # A position in a section.
  class Cursor
    def initialize(bytes)
      @bytes = bytes
      @at = 0
    end

    def byte
      @bytes.getbyte(@at).tap { @at += 1 }
    end

    def number
      value, @at = GuestDigest.leb128(@bytes, @at)
      value
    end

    def name
      size = number
      @bytes.byteslice(@at, size).tap { @at += size }.force_encoding(Encoding::UTF_8)
    end

    def type
      TYPES.fetch(byte)
    end

    # Skips an expression of one constant.
    def constant
      byte
      number
      byte
    end

    def list
      Array.new(number) { yield self }
    end
  end
end
