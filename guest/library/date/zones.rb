# frozen_string_literal: true

class Date
  # Offsets of zones by name.
  module Zones
    # Names in lower case by offset in quarters of an hour.
    NAMES = {
      0 => ",ut,gmt,z,utc,wet,greenwich,azost,egst,wt,",
      -4 => ",n,azores,cape verde,azot,cvt,egt,",
      4 => ",a,bst,cet,fwt,met,mewt,mez,swt,wat,west,central europe,central european,romance,w. central africa," \
           "w. europe,",
      -6 => ",ndt,",
      -8 => ",o,at,brst,mid-atlantic,fnt,pmdt,uyst,wgst,",
      8 => ",b,cat,cest,eet,fst,mest,mesz,sast,wast,e. europe,egypt,fle,gtb,jerusalem,south africa,",
      -10 => ",nst,",
      -12 => ",p,art,adt,brt,clst,e. south america,greenland,sa eastern,fkst,gft,pmst,pyst,rott,srt,uyt,warst,wgt,",
      12 => ",c,bt,eat,eest,msk,arab,arabic,e. africa,russian,fet,idt,syot,trt,",
      -14 => ",newfoundland,",
      14 => ",iran,irst,",
      -16 => ",edt,q,ast,clt,atlantic,pacific sa,sa western,bot,cidst,fkt,gyt,vet,",
      16 => ",d,msd,zp4,arabian,caucasus,azt,get,kuyt,mut,ret,samt,sct,",
      18 => ",afghanistan,aft,irdt,",
      -20 => ",est,cdt,r,eastern,sa pacific,us eastern,act,cist,cot,easst,ect,pet,",
      20 => ",e,zp5,ekaterinburg,west asia,aqtt,azst,mawt,mvt,orat,pkt,tft,tjt,tmt,uzt,yekt,",
      22 => ",ist,india,",
      23 => ",nepal,npt,",
      -24 => ",cst,mdt,s,east,canada central,central america,central,mexico,galt,",
      24 => ",f,zp6,central asia,n. central asia,sri lanka,almt,btt,iot,kgt,omst,qyzt,vost,yekst,",
      26 => ",cct,myanmar,mmt,",
      -28 => ",mst,pdt,t,mountain,us mountain,",
      28 => ",g,north asia,se asia,cxt,davt,hovt,ict,krat,novst,novt,omsst,wib,",
      -32 => ",pst,u,akdt,ydt,pacific,",
      32 => ",h,sgt,wadt,china,north asia east,malay peninsula,taipei,w. australia,awst,bnt,cast,chot,hkt,hovst," \
            "irkt,krast,myt,pht,ulat,wita,",
      -34 => ",mart,",
      35 => ",acwst,",
      -36 => ",v,akst,hadt,hdt,yst,alaskan,gamt,",
      36 => ",i,jst,kst,korea,tokyo,yakutsk,awdt,chost,irkst,pwt,tlt,ulast,wit,yakt,",
      38 => ",aus central,cen. australia,acst,",
      -40 => ",w,ahst,hast,hst,hawaiian,ckt,taht,",
      40 => ",k,gst,aus eastern,e. australia,tasmania,vladivostok,west pacific,aest,chst,chut,ddut,pgt,vlat,yakst," \
            "yapt,",
      42 => ",acdt,lhst,",
      -44 => ",x,nt,sst,samoa,nut,",
      44 => ",l,eadt,central pacific,aedt,kost,lhdt,magt,nct,nft,pont,sakt,sbt,sret,vlast,vut,",
      -48 => ",y,idlw,dateline,aoe,",
      48 => ",m,idle,nzst,nzt,fiji,new zealand,anast,anat,fjt,gilt,magst,mht,nfdt,nrt,petst,pett,tvt,wakt,wft,",
      51 => ",chast,",
      52 => ",nzdt,tonga,fjst,phot,tkt,tot,",
      55 => ",chadt,",
      56 => ",lint,tost,"
    }.freeze

    class << self
      # Seconds by which a zone is ahead of UTC, a Rational where they are no whole number; nil for no zone.
      def offset(zone)
        return 0 if zone == "Z" || zone == "UTC" || zone == "GMT"
        return signed(zone) if zone.match?(/\A[-+][\d:]*\z/)

        name = zone.sub(/[ \t-\r]+(?:standard[ \t-\r]+time|(daylight[ \t-\r]+time|dst))\z/i, "")
        summer = Regexp.last_match(1)
        quarters = named(name)
        return quarters * 900 + (summer ? 3600 : 0) if quarters

        name = name.sub(/\A(?:gmt|utc)(?=.)/im, "")
        signed(name) if name.start_with?("+", "-")
      end

      private

      def signed(text)
        seconds = seconds_of(text.byteslice(1..))
        seconds && (text.start_with?("-") ? -seconds : seconds)
      end

      def named(name)
        name = name.gsub(/[ \t-\r]+/, " ").delete_suffix(" ").downcase
        return if name.size > 17 || name.include?(",")

        name = ",#{name},"
        NAMES.each { |quarters, names| return quarters if names.include?(name) }
        nil
      end

      def seconds_of(digits)
        if (clock = digits.match(/\A(\d*):(\d*)(?::(\d*))?/))
          hour, minute, second = clock.captures.map(&:to_i)
          hour * 3600 + minute * 60 + second if hour < 24 && minute < 60 && second < 60
        elsif (decimal = digits.match(/\A(\d*)[,.](\d*)/))
          hours_of(decimal[1].to_i, decimal[2]) if decimal[1].to_i < 24
        elsif digits.bytesize > 2
          odd = digits.bytesize % 2
          parts = [[0, 2 - odd], [2 - odd, 2], [4 - odd, 2]].map { |from, size| digits.byteslice(from, size).to_s.to_i }
          parts[0] * 3600 + parts[1] * 60 + parts[2]
        else
          digits.to_i * 3600
        end
      end

      # Seven digits of the fraction count, the last of them rounded half to even.
      def hours_of(hour, digits)
        fraction = digits[0, 7].to_i
        fraction += 1 if digits.size > 7 && digits[7].to_i >= 5 + (fraction.odd? ? 0 : 1)
        seconds = hour * 3600 + Rational(fraction * 3600, 10**[digits.size, 7].min)
        seconds.denominator == 1 ? seconds.numerator : seconds
      end
    end
  end
  private_constant :Zones
end
