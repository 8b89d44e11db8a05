package io.groupbatch.sandbox;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The names that generated people have, with the Latin letters of their addresses. */
final class NameGenerator {

	private static final List<Name> FIRST = parse("""
			Jürgen=juergen Zoë=zoe François=francois Søren=soeren Łukasz=lukasz Şule=sule Iñigo=inigo
			Anaïs=anais Ægir=aegir Žofia=zofia Göran=goeran Çağla=cagla Jiří=jiri Ilse=ilse Mary-Jane=mary-jane
			Дмитрий=dmitri Ольга=olga 伟=wei 陽子=yoko Μαρία=maria Amara=amara Priya=priya Omar=omar Noa=noa
			Siobhán=siobhan Tomás=tomas Renée=renee Håkon=haakon Bjørk=bjoerk John=john Fatima=fatima Kwame=kwame
			Lena=lena Pedro=pedro Chiara=chiara Thabo=thabo Ines=ines Viktor=viktor Mei=mei Samuel=samuel""");

	private static final List<Name> LAST = parse("""
			Müller=mueller O'Connor=oconnor D'Angelo=dangelo Núñez=nunez Šimková=simkova Østergård=oestergaard
			Weiß=weiss Yıldız=yildiz Łukasiewicz=lukasiewicz Ångström=angstrom Lefèvre=lefevre Gonçalves=goncalves
			Иванов=ivanov 王=wang 鈴木=suzuki Παππάς=pappas Smith-Jones=smith-jones N'Diaye=ndiaye Brown=brown
			Okonkwo=okonkwo Sharma=sharma Haddad=haddad Levi=levi García=garcia Kowalski=kowalski Nguyễn=nguyen
			Bērziņš=berzins Tóth=toth Björnsdóttir=bjornsdottir Schäfer=schaefer Dubois=dubois Nakamura=nakamura
			Hansen=hansen Silva=silva Moreau=moreau Dlamini=dlamini Petrov=petrov Larsson=larsson Costa=costa
			Baker=baker""");

	private NameGenerator() {
	}

	/** A name as written, and in Latin letters. */
	record Name(String written, String latin) {

	}

	static Name first(Random random) {
		return FIRST.get(random.nextInt(FIRST.size()));
	}

	static Name last(Random random) {
		return LAST.get(random.nextInt(LAST.size()));
	}

	private static List<Name> parse(String names) {
		return Arrays.stream(names.strip().split("\\s+", -1))
			.map((pair) -> pair.split("=", 2))
			.map((parts) -> new Name(parts[0], parts[1]))
			.toList();
	}

}
