# frozen_string_literal: true

require "date/calendar"
require "date/infinity"
require "date/arguments"
require "date/fields"
require "date/arithmetic"
require "date/text"
require "date/reading"
require "date/datetime"
require "date/conversions"
require "date/marshal"
