# frozen_string_literal: true

require "date/calendar"
require "date/infinity"
require "date/arguments"
require "date/zones"
require "date/fields"
require "date/arithmetic"
require "date/format"
require "date/fragments"
require "date/datetime"
require "date/conversions"
