class Base
  class << self
    attr_reader :fields

    def inherited(sub)
      super
      sub.instance_variable_set(:@fields, [])
      sub.const_set(:OWN, 1)
    end

    def field(name) = @fields << name
  end
end

made = Class.new(Base) do
  field :a
  field :b
end
p made.fields, made::OWN, Class.new(Base).fields
Named = Class.new(made) { field :c }
p Named.fields, Named.name
class Plain < Base
  field :d
end
p Plain.fields

begin
  Plain.send(:initialize)
rescue TypeError => e
  puts e.message
end
begin
  Class.new(1)
rescue TypeError => e
  puts e.message
end

require "singleton"
class One
  include Singleton
end
two = Class.new(One)
p two.instance.equal?(two.instance), two.instance.equal?(One.instance)
