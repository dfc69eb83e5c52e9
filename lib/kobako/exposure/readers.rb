# frozen_string_literal: true

require "set"

module Kobako
  class Exposure
    # The methods of Ruby's own classes that read, which a guest reaches without more ado.
    module Readers
      # What a guest reaches of Ruby's own classes. Every class also has the lines of its ancestors.
      TABLE = {
        "Proc" => %w[call [] yield],
        "Method" => %w[call []],
        "IO" => %w[read gets getc readline readlines each_line eof? rewind pos],
        "File" => %w[size],
        "StringIO" => %w[read gets getc readline readlines each_line eof? rewind pos size],
        "Set" => %w[include? member? size empty? to_a],
        "Range" => %w[begin end first last min max size include? member? cover? exclude_end? to_a],
        "Time" => %w[year month mon day mday wday yday hour min sec usec tv_usec nsec tv_nsec subsec zone
                     utc_offset gmt_offset gmtoff utc? gmt? dst? isdst monday? tuesday? wednesday? thursday?
                     friday? saturday? sunday? tv_sec to_i to_f to_s iso8601 strftime],
        "Date" => %w[year month mon day mday wday yday cwday cwyear cweek jd ajd amjd mjd ld day_fraction start
                     julian? gregorian? leap? monday? tuesday? wednesday? thursday? friday? saturday? sunday?
                     to_s iso8601 strftime],
        "DateTime" => %w[hour min minute sec second sec_fraction second_fraction offset zone
                         to_i to_f to_s iso8601 strftime],
        "Exception" => %w[message],
        "BigDecimal" => %w[to_s to_i to_f]
      }.transform_values { |names| Set.new(names).freeze }.freeze

      ANCESTORS = Module.instance_method(:ancestors)
      NAME = Module.instance_method(:name)
      BELOW = Module.instance_method(:<=)
      private_constant :ANCESTORS, :NAME, :BELOW

      # @param klass [Class] of an object
      # @param unbound [UnboundMethod] of it
      # @param name [String] that it is called by
      # @return [String, nil] the class in whose row of the TABLE the name stands, if the method comes from that class
      def self.row(klass, unbound, name)
        mod = ANCESTORS.bind_call(klass).find do |ancestor|
          TABLE[NAME.bind_call(ancestor)]&.include?(name) && BELOW.bind_call(ancestor, unbound.owner)
        end
        mod && NAME.bind_call(mod)
      end
    end
  end
end
